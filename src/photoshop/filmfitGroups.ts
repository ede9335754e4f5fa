/** Groups that Filmfit made earlier, known by the style that their metadata holds. */
import type { HostDocument, HostLayer } from 'photoshop';
import * as v from 'valibot';
import { allLayers, findDocument } from './documents';
import { inOneStep } from './inOneStep';
import { deleteLayer } from './layerGroups';
import type { FilmfitGroup } from './photoshopHost';
import { playCommand } from './playCommand';
import { documentWithId, layerWithId, property } from './references';
import { parseStyleXmp } from './styleMetadata';

const Metadata = v.object({ XMPMetadataAsUTF8: v.optional(v.string(), '') });

/** From the top to the bottom. */
export async function findFilmfitGroups(documentId: number): Promise<FilmfitGroup[]> {
  const document = findDocument(documentId);
  const active = new Set(Array.from(document.activeLayers).map(({ id }) => id));
  const groups: FilmfitGroup[] = [];
  for (const group of allLayers(document.layers).filter(({ kind }) => kind === 'group')) {
    const styleText = await readStyle(document, group);
    if (styleText === null) continue;
    const members = Array.from(group.layers ?? []);
    groups.push({
      groupId: group.id,
      name: group.name,
      styleText,
      layerNames: members.map(({ name }) => name),
      selected: active.has(group.id) || members.some(({ id }) => active.has(id)),
    });
  }
  return groups;
}

async function readStyle(document: HostDocument, group: HostLayer): Promise<string | null> {
  const reply = await playCommand({
    _obj: 'get',
    _target: [property('XMPMetadataAsUTF8'), layerWithId(group.id), documentWithId(document.id)],
  });
  return parseStyleXmp(v.parse(Metadata, reply).XMPMetadataAsUTF8);
}

/** Deletes a group with its layers, as one step. */
export function removeFilmfitGroup(documentId: number, groupId: number): Promise<void> {
  return inOneStep(documentId, 'Remove Filmfit look', () => deleteLayer(groupId));
}
