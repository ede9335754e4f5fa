/**
 * Pixel layers of our own inside a Filmfit group: grain (neutral gray that a contrast mode turns into noise) and halation (a
 * glow that is added). Non-destructive: each can be hidden, faded or deleted in the Layers panel. Their pixels are made and
 * sent in strips, so that a large document needs little memory.
 */
import { imaging, type HostDocument } from 'photoshop';
import { BLEND_ALWAYS, type BlendIf } from '../engine/render/blendIf';
import { UserError } from '../engine/userError';
import { activeLayerId } from './adjustmentLayers';
import { allLayers, bitsPerChannel, findDocument } from './documents';
import { selectLayers } from './layerGroups';
import { playCommand } from './playCommand';
import { knownProfile } from './profileNames';
import { layerWithId, percent, property } from './references';
import { formatGrainXmp } from './styleMetadata';
import { maxValue } from './readPixels';
import type { TextureLayer } from './photoshopHost';

/** Rows are sent so that a strip holds about this many pixels. */
const STRIP_PIXELS = 1 << 20;

/**
 * @throws UserError `texture-size` when a layer was made for another size than the document has: before anything is touched.
 */
export function checkTextures(documentId: number, textures: readonly TextureLayer[]): void {
  const { width, height, name } = findDocument(documentId);
  for (const { widthPx, heightPx } of textures) {
    if (widthPx !== width || heightPx !== height) throw new UserError('texture-size', { name });
  }
}

/**
 * Makes the layers in the active document, each inside the group at its place: 'top' above all layers that are there,
 * 'bottom' below them. Later ones come above earlier ones at the top, and below them at the bottom.
 *
 * @param layerIds of the group's adjustment layers, bottom to top; at least one.
 * @returns the ids of the new layers.
 */
export async function addTextureLayers(
  documentId: number,
  layerIds: readonly number[],
  textures: readonly TextureLayer[],
): Promise<number[]> {
  const ids: number[] = [];
  let [lowest, highest] = [layerIds[0], layerIds[layerIds.length - 1]];
  for (const texture of textures) {
    await selectLayers([highest]);
    const id = await makePixelLayer(texture);
    await fill(findDocument(documentId), id, texture);
    if (texture.place === 'top') highest = id;
    else {
      await moveBelow(documentId, id, lowest);
      lowest = id;
    }
    ids.push(id);
  }
  return ids;
}

async function makePixelLayer({
  name,
  blendMode,
  opacity,
  blendIf = BLEND_ALWAYS,
  seed,
}: TextureLayer): Promise<number> {
  await playCommand({ _obj: 'make', _target: [{ _ref: 'layer' }] });
  const id = await activeLayerId();
  await playCommand({
    _obj: 'set',
    _target: [layerWithId(id)],
    to: {
      _obj: 'layer',
      name,
      opacity: percent(opacity),
      mode: { _enum: 'blendMode', _value: blendMode },
      blendRange: [blendRange(blendIf)],
    },
  });
  if (seed !== undefined) {
    await playCommand({
      _obj: 'set',
      _target: [property('XMPMetadataAsUTF8'), layerWithId(id)],
      to: { _obj: 'layer', XMPMetadataAsUTF8: formatGrainXmp(seed) },
    });
  }
  return id;
}

/** The whole range of the layer itself, and the given one of what lies below. */
const blendRange = ({ blackFrom, blackTo, whiteFrom, whiteTo }: BlendIf) => ({
  _obj: 'blendRange',
  channel: { _ref: 'channel', _enum: 'channel', _value: 'gray' },
  srcBlackMin: 0,
  srcBlackMax: 0,
  srcWhiteMin: 255,
  srcWhiteMax: 255,
  destBlackMin: blackFrom,
  destBlackMax: blackTo,
  destWhiteMin: whiteFrom,
  destWhiteMax: whiteTo,
});

async function fill(document: HostDocument, layerID: number, texture: TextureLayer): Promise<void> {
  const { width, height } = document;
  const { profileName } = knownProfile(document.colorProfileName);
  const bits = bitsPerChannel(document) === 16 ? 16 : 8;
  const rows = Math.max(1, Math.floor(STRIP_PIXELS / width));
  for (let top = 0; top < height; top += rows) {
    const bottom = Math.min(height, top + rows);
    const imageData = await imaging.createImageDataFromBuffer(toCodes(texture.rows(top, bottom), bits), {
      width,
      height: bottom - top,
      components: 3,
      colorSpace: 'RGB',
      ...(profileName === '' ? {} : { colorProfile: profileName }),
    });
    try {
      const targetBounds = { left: 0, top };
      await imaging.putPixels({ documentID: document.id, layerID, imageData, replace: false, targetBounds });
    } finally {
      imageData.dispose();
    }
  }
}

function toCodes(values: Float32Array, bits: 8 | 16): Uint8Array | Uint16Array {
  const max = maxValue(bits);
  const codes = bits === 8 ? new Uint8Array(values.length) : new Uint16Array(values.length);
  for (let i = 0; i < codes.length; i++) {
    const value = values[i] * max + 0.5;
    codes[i] = value > 0 ? (value < max ? value : max) : 0;
  }
  return codes;
}

async function moveBelow(documentId: number, id: number, otherId: number): Promise<void> {
  const layers = allLayers(findDocument(documentId).layers);
  const layer = layers.find((each) => each.id === id);
  const other = layers.find((each) => each.id === otherId);
  if (layer && other) await layer.move(other, 'placeAfter');
}
