/**
 * The look as an abstract profile, CIELAB → CIELAB: for Photoshop's Color Lookup (“Abstract”) and for color-managed
 * programs whatever the space of the picture.
 *
 * Colors outside of the look's space are changed as the nearest color inside is. The curves in front of the table set
 * its nodes closer near gray, where most of a photo lies: u → asinh(k·u)/asinh(k), u = a/128.
 */
import { createRgbToLab } from '../../engine/color/lab';
import { RGB_SPACES } from '../../engine/color/rgbSpaces';
import type { Look } from '../../engine/look';
import { createLookMapper } from '../../engine/render/renderLook';
import type { Exported } from '../export/exported';
import { measureRoundTrip, type ColorMapper } from '../export/roundTrip';
import type { Style } from '../style/style';
import { createLut16Mapper, lut16Tag, type ChannelCurves } from './lut16';
import { createLabToRgb, labToShare, shareToLab } from './pcsLab';
import { whitePointTag, writeIccProfile } from './writeIccProfile';

const SIZE = 33;
const CURVE_ENTRIES = 1024;
/** Nodes near gray stand 2.4 times as close as without the curve, those at the ends 0.4 times. */
const K = 6;

const near = (u: number): number => Math.asinh(K * u) / Math.asinh(K);
const far = (t: number): number => Math.sinh(t * Math.asinh(K)) / K;

export function exportAbstract({ look }: Style): Exported {
  const tag = lut16Tag({ size: SIZE, values: bakeLab(look) }, inputCurves());
  return {
    content: writeIccProfile({
      deviceClass: 'abst',
      colorSpace: 'Lab ',
      connectionSpace: 'Lab ',
      description: look.name,
      tags: [
        ['wtpt', whitePointTag()],
        ['A2B0', tag],
      ],
    }),
    roundTrip: measureRoundTrip(look, throughLab(look, tag)),
    losses: [{ code: 'outside-gamut', values: { space: RGB_SPACES[look.space].label } }],
  };
}

/** L in full steps over 0…100, a and b by `near`. */
function inputCurves(): ChannelCurves {
  const shares = Array.from({ length: CURVE_ENTRIES }, (_, i) => i / (CURVE_ENTRIES - 1));
  const lightness = shares.map((share) => Math.min(1, shareToLab(share, 0) / 100));
  const chroma = shares.map((share) => 0.5 + 0.5 * near(shareToLab(share, 1) / 128));
  return [lightness, chroma, chroma];
}

/** Lab of each node, in shares, L fastest (the order of our tables, first channel fastest). */
function bakeLab(look: Look): Float32Array {
  const change = labChange(look);
  const values = new Float32Array(3 * SIZE ** 3);
  const lab = new Float64Array(3);
  for (let i = 0; i < SIZE ** 3; i++) {
    lab[0] = (100 * (i % SIZE)) / (SIZE - 1);
    lab[1] = 128 * far((2 * (Math.floor(i / SIZE) % SIZE)) / (SIZE - 1) - 1);
    lab[2] = 128 * far((2 * Math.floor(i / SIZE ** 2)) / (SIZE - 1) - 1);
    change(lab);
    for (let c = 0; c < 3; c++) values[3 * i + c] = labToShare(lab[c], c);
  }
  return values;
}

/** Adds to a Lab color what the look does to it, or to the nearest color of its space. */
function labChange(look: Look): (lab: Float64Array) => void {
  const toRgb = createLabToRgb(look.space);
  const toLab = createRgbToLab(look.space);
  const map = createLookMapper(look);
  const rgb = new Float32Array(3);
  const before = new Float64Array(3);
  const after = new Float64Array(3);
  return (lab) => {
    toRgb(lab, rgb);
    toLab(rgb[0], rgb[1], rgb[2], before, 0);
    map(rgb, rgb, 1);
    toLab(rgb[0], rgb[1], rgb[2], after, 0);
    for (let c = 0; c < 3; c++) lab[c] += after[c] - before[c];
  };
}

/** A color-managed program: RGB → Lab → the table → RGB. */
function throughLab(look: Look, tag: Uint8Array): ColorMapper {
  const toLab = createRgbToLab(look.space);
  const toRgb = createLabToRgb(look.space);
  const map = createLut16Mapper(tag);
  const lab = new Float64Array(3);
  const rgb = new Float32Array(3);
  return (source, target, count) => {
    for (let i = 0; i < 3 * count; i += 3) {
      toLab(source[i], source[i + 1], source[i + 2], lab, 0);
      for (let c = 0; c < 3; c++) target[i + c] = labToShare(lab[c], c);
    }
    map(target, target, count);
    for (let i = 0; i < 3 * count; i += 3) {
      for (let c = 0; c < 3; c++) lab[c] = shareToLab(target[i + c], c);
      toRgb(lab, rgb);
      for (let c = 0; c < 3; c++) target[i + c] = Math.min(1, Math.max(0, rgb[c]));
    }
  };
}
