/**
 * The look as a camera profile: the base profile keeps its matrices; its look table and its tone curve are made anew so
 * that what they give together is the look on top of what the base gave.
 *
 *   base      linear ProPhoto → look table → tone curve → picture
 *   written   linear ProPhoto → new look table → new tone curve ≈ look(picture)
 *
 * The new tone curve is what the look does to grays, in luminance; the new table is, node by node, what is missing then.
 * Without a base profile: a generic one, whose camera has the primaries of sRGB, with a straight tone curve.
 */
import { createRgbConverter } from '../../engine/color/convertRgb';
import { RGB_SPACES } from '../../engine/color/rgbSpaces';
import type { Look } from '../../engine/look';
import { createLookMapper } from '../../engine/render/renderLook';
import type { Exported } from '../export/exported';
import type { Loss } from '../export/losses';
import { compareMappers, type ColorMapper } from '../export/roundTrip';
import type { TiffEntry } from '../image/tiff/tiffDirectory';
import { asciiEntry, floatEntry, longEntry, shortEntry, srationalEntry } from '../image/tiff/tiffEntries';
import type { Style } from '../style/style';
import { DCP_TAGS, lookTableOf, readDcp, toneCurveOf, writeDcp } from './dcpFile';
import { fitLookTable, fitToneCurve } from './fitDcp';
import { createRendering, type Rendering } from './rendering';
import { createToneMapper, inverted, STRAIGHT } from './toneCurve';

export interface BaseDcp {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

const D65 = 21;
/** The replaced tags, and what would contradict them. */
const REPLACED: readonly number[] = [
  DCP_TAGS.name,
  DCP_TAGS.toneCurve,
  DCP_TAGS.lookDims,
  DCP_TAGS.lookData,
  DCP_TAGS.lookEncoding,
];

/** @throws UserError `dcp-invalid` for a base profile that cannot be read */
export function exportDcp({ look }: Style, base?: BaseDcp): Exported {
  const read = base && readBase(base);
  const rendering = read?.rendering ?? { table: null, tone: STRAIGHT };
  const picture = lookOnProPhoto(look);
  const tone = fitToneCurve(rendering, picture);
  const table = fitLookTable(rendering, picture, tone);
  const losses: Loss[] = [{ code: 'no-neutral-tint' }, { code: 'fixed-end-points' }];
  if (!base) losses.push({ code: 'generic-camera' });
  if (read && !read.hasCurve) losses.push({ code: 'base-without-curve' });
  const content = writeDcp([
    ...(read?.entries ?? genericEntries()),
    asciiEntry(DCP_TAGS.name, look.name),
    floatEntry(
      DCP_TAGS.toneCurve,
      tone.inputs.flatMap((input, i) => [input, tone.outputs[i]]),
    ),
    longEntry(DCP_TAGS.lookDims, [table.hues, table.saturations, table.values]),
    floatEntry(DCP_TAGS.lookData, table.deltas),
    longEntry(DCP_TAGS.lookEncoding, [1]),
  ]);
  const written = readBase({ bytes: content, fileName: look.name });
  return {
    content,
    roundTrip: compareMappers(
      look.space,
      throughProfile(look, rendering, picture),
      throughProfile(look, written.rendering, null, rendering),
    ),
    losses,
  };
}

function readBase({ bytes, fileName }: BaseDcp) {
  const directory = readDcp(bytes, fileName);
  const tone = toneCurveOf(directory, fileName);
  return {
    entries: [...directory.values()].filter(({ tag }) => !REPLACED.includes(tag)),
    rendering: { table: lookTableOf(directory, fileName), tone: tone ?? STRAIGHT },
    hasCurve: tone !== null,
  };
}

/** A camera that sees with the primaries of sRGB: its matrix is XYZ → linear sRGB. */
function genericEntries(): TiffEntry[] {
  return [
    asciiEntry(DCP_TAGS.model, 'Filmfit generic'),
    srationalEntry(DCP_TAGS.colorMatrix1, RGB_SPACES.srgb.fromXyzD65),
    srationalEntry(DCP_TAGS.forwardMatrix1, RGB_SPACES.srgb.toXyzD50),
    shortEntry(DCP_TAGS.illuminant1, D65),
    longEntry(DCP_TAGS.embedPolicy, [0]),
    asciiEntry(DCP_TAGS.copyright, 'No copyright, use freely'),
  ];
}

/** The look on a finished picture, as linear ProPhoto in place. */
function lookOnProPhoto(look: Look): (rgb: Float64Array) => void {
  const { encode, decode } = RGB_SPACES.prophoto;
  const toLook = createRgbConverter('prophoto', look.space);
  const fromLook = createRgbConverter(look.space, 'prophoto');
  const map = createLookMapper(look);
  const color = new Float32Array(3);
  return (rgb) => {
    for (let c = 0; c < 3; c++) color[c] = encode(rgb[c]);
    toLook(color, color, 1);
    map(color, color, 1);
    fromLook(color, color, 1);
    for (let c = 0; c < 3; c++) rgb[c] = decode(color[c]);
  };
}

/**
 * What a raw converter makes of the light whose picture, through the tone curve of the base, would be the given color.
 * @param picture applied to the finished picture; null: nothing
 * @param base whose tone curve is undone; @default the rendering itself
 */
function throughProfile(
  look: Look,
  rendering: Rendering,
  picture: ((rgb: Float64Array) => void) | null,
  base: Rendering = rendering,
): ColorMapper {
  const { encode, decode } = RGB_SPACES.prophoto;
  const toProPhoto = createRgbConverter(look.space, 'prophoto');
  const fromProPhoto = createRgbConverter('prophoto', look.space);
  const undoTone = createToneMapper(inverted(base.tone));
  const render = createRendering(rendering);
  const color = new Float32Array(3);
  const light = new Float64Array(3);
  return (source, target, count) => {
    for (let i = 0; i < 3 * count; i += 3) {
      color.set(source.subarray(i, i + 3));
      toProPhoto(color, color, 1);
      for (let c = 0; c < 3; c++) light[c] = decode(color[c]);
      undoTone(light);
      render(light);
      picture?.(light);
      for (let c = 0; c < 3; c++) color[c] = encode(light[c]);
      fromProPhoto(color, color, 1);
      target.set(color, i);
    }
  };
}
