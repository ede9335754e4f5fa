/** The group that holds the layers of one style. Commands act on the active document. */
import { UserError } from '../engine/userError';
import { activeLayerId } from './adjustmentLayers';
import { allLayers, findDocument } from './documents';
import type { GroupPurpose } from './photoshopHost';
import { playCommand } from './playCommand';
import { ACTIVE_LAYER, layerWithId, percent, property } from './references';
import { formatStyleXmp } from './styleMetadata';

/** The color label by which users recognize our groups in the Layers panel. */
const GROUP_COLOR = 'orange';

/** New layers go above the active one and into its group: with none active they go on top. */
export async function selectNoLayers(): Promise<void> {
  await playCommand({ _obj: 'selectNoLayers', _target: [ACTIVE_LAYER] });
}

export async function selectLayers(ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return selectNoLayers();
  for (const [index, id] of ids.entries()) {
    await playCommand({
      _obj: 'select',
      _target: [layerWithId(id)],
      ...(index > 0
        ? { selectionModifier: { _enum: 'selectionModifierType', _value: 'addToSelection' } }
        : {}),
      makeVisible: false,
    });
  }
}

/**
 * Puts layers into a new group in their place, and leaves the group active.
 *
 * @returns the id of the group.
 * @throws UserError `host-refused` when the group does not hold exactly these layers afterwards.
 */
export async function groupLayers(documentId: number, ids: readonly number[], name: string): Promise<number> {
  await selectLayers(ids);
  await playCommand({
    _obj: 'make',
    _target: [{ _ref: 'layerSection' }],
    from: ACTIVE_LAYER,
    using: { _obj: 'layerSection', name },
  });
  const groupId = await activeLayerId();
  await playCommand({
    _obj: 'set',
    _target: [layerWithId(groupId)],
    to: { _obj: 'layer', name, color: { _enum: 'color', _value: GROUP_COLOR } },
  });
  const group = allLayers(findDocument(documentId).layers).find(({ id }) => id === groupId);
  const members = new Set(Array.from(group?.layers ?? []).map(({ id }) => id));
  if (members.size !== ids.length || !ids.every((id) => members.has(id))) {
    throw new UserError('host-refused', { detail: 'the layers did not get into their group' });
  }
  return groupId;
}

export async function setGroupOpacity(groupId: number, opacity: number): Promise<void> {
  await playCommand({
    _obj: 'set',
    _target: [layerWithId(groupId)],
    to: { _obj: 'layer', opacity: percent(opacity) },
  });
}

export async function writeStyle(groupId: number, styleText: string, purpose: GroupPurpose): Promise<void> {
  await playCommand({
    _obj: 'set',
    _target: [property('XMPMetadataAsUTF8'), layerWithId(groupId)],
    to: { _obj: 'layer', XMPMetadataAsUTF8: formatStyleXmp(styleText, purpose) },
  });
}

/** Uses up the selection, as Photoshop's own command does. The group has to be the active layer. */
export async function maskFromSelection(): Promise<void> {
  await playCommand({
    _obj: 'make',
    new: { _class: 'channel' },
    at: { _ref: 'channel', _enum: 'channel', _value: 'mask' },
    using: { _enum: 'userMaskEnabled', _value: 'revealSelection' },
  });
}

export async function deleteLayer(id: number): Promise<void> {
  await playCommand({ _obj: 'delete', _target: [layerWithId(id)] });
}
