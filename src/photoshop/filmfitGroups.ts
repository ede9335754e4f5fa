/** Groups that Filmfit made earlier, known by the style that their metadata holds. */
import type { HostDocument, HostLayer } from 'photoshop';
import * as v from 'valibot';
import { allLayers, findDocument } from './documents';
import { inOneStep } from './inOneStep';
import { deleteLayer } from './layerGroups';
import type { FilmfitGroup, GroupPurpose } from './photoshopHost';
import { playCommand } from './playCommand';
import { documentWithId, layerWithId, property } from './references';
import { parsePurposeXmp, parseStyleXmp } from './styleMetadata';

const Metadata = v.object({ XMPMetadataAsUTF8: v.optional(v.string(), '') });

/** From the top to the bottom. */
export async function findFilmfitGroups(documentId: number): Promise<FilmfitGroup[]> {
  const document = findDocument(documentId);
  const active = new Set(Array.from(document.activeLayers).map(({ id }) => id));
  const groups: FilmfitGroup[] = [];
  for (const group of allLayers(document.layers).filter(({ kind }) => kind === 'group')) {
    const xmp = await readXmp(document, group);
    const styleText = parseStyleXmp(xmp);
    if (styleText === null) continue;
    const members = Array.from(group.layers ?? []);
    groups.push({
      groupId: group.id,
      name: group.name,
      purpose: parsePurposeXmp(xmp),
      styleText,
      layerNames: members.map(({ name }) => name),
      selected: active.has(group.id) || members.some(({ id }) => active.has(id)),
    });
  }
  return groups;
}

async function readXmp(document: HostDocument, group: HostLayer): Promise<string> {
  const reply = await playCommand({
    _obj: 'get',
    _target: [property('XMPMetadataAsUTF8'), layerWithId(group.id), documentWithId(document.id)],
  });
  return v.parse(Metadata, reply).XMPMetadataAsUTF8;
}

/** The group that a new one takes the place of: the one that the user has selected, else the topmost. */
export async function groupToReplace(
  documentId: number,
  purpose: GroupPurpose,
): Promise<FilmfitGroup | null> {
  const groups = (await findFilmfitGroups(documentId)).filter((group) => group.purpose === purpose);
  return groups.find(({ selected }) => selected) ?? groups[0] ?? null;
}

/** Deletes a group with its layers, as one step. */
export function removeFilmfitGroup(documentId: number, groupId: number): Promise<void> {
  return inOneStep(documentId, 'Remove Filmfit look', () => deleteLayer(groupId));
}
