/**
 * The look along the gray axis as three curves: all that formats without a lattice can say. The curves act on the
 * channels of the program that reads them, which need not be those of the look: its primaries and its transfer
 * function are the `CurveSpace`.
 */
import type { CurvePoints } from '../../engine/adjustments';
import {
  IDENTITY_MATRIX3,
  multiplyMatrix3,
  transformVector3,
  type Matrix3,
} from '../../engine/color/matrix3';
import type { RgbSpaceId } from '../../engine/color/rgbSpace';
import { RGB_SPACES } from '../../engine/color/rgbSpaces';
import type { Look } from '../../engine/look';
import { evaluateSpline, naturalSpline } from '../../engine/render/naturalSpline';
import { createLookMapper } from '../../engine/render/renderLook';
import type { ColorMapper } from '../export/roundTrip';

/** Where a program's curves act. */
export interface CurveSpace {
  readonly primaries: RgbSpaceId;
  /** Whose transfer function the values are encoded with. */
  readonly transfer: RgbSpaceId;
}

/** Denser in the shadows, where film bends most; at most the 16 points that Photoshop's dialog takes. */
const INPUTS = [0, 12, 24, 40, 56, 76, 96, 120, 144, 168, 192, 212, 232, 255] as const;

export interface GrayCurvesOptions {
  /** @default the look's own space */
  readonly space?: CurveSpace;
  /** Outputs are rounded to whole codes. @default true */
  readonly whole?: boolean;
}

/** Red, green and blue, in codes 0…255. */
export function grayCurves(
  look: Look,
  { space = ownSpace(look), whole = true }: GrayCurvesOptions = {},
): readonly [CurvePoints, CurvePoints, CurvePoints] {
  const { toCurves, fromCurves } = conversions(look.space, space);
  const colors = new Float32Array(3 * INPUTS.length);
  INPUTS.forEach((input, i) => colors.set(fromCurves(input / 255, input / 255, input / 255), 3 * i));
  createLookMapper(look)(colors, colors, INPUTS.length);
  const mapped = INPUTS.map((_, i) => toCurves(colors[3 * i], colors[3 * i + 1], colors[3 * i + 2]));
  const curve = (c: number): CurvePoints =>
    INPUTS.map((input, i) => {
      const output = 255 * Math.min(1, Math.max(0, mapped[i][c]));
      return { input, output: whole ? Math.round(output) : output };
    });
  return [curve(0), curve(1), curve(2)];
}

/** What a program with natural splines makes of the curves, for colors in the look's space. */
export function curvesMapper(
  curves: readonly CurvePoints[],
  look: Look,
  space: CurveSpace = ownSpace(look),
): ColorMapper {
  const splines = curves.map(naturalSpline);
  const { toCurves, fromCurves } = conversions(look.space, space);
  return (source, target, count) => {
    for (let i = 0; i < 3 * count; i += 3) {
      const [r, g, b] = toCurves(source[i], source[i + 1], source[i + 2]).map((value, c) =>
        clip(evaluateSpline(splines[c], 255 * clip(value)) / 255),
      );
      target.set(fromCurves(r, g, b).map(clip), i);
    }
  };
}

const ownSpace = ({ space }: Look): CurveSpace => ({ primaries: space, transfer: space });

const clip = (value: number): number => Math.min(1, Math.max(0, value));

type Convert = (red: number, green: number, blue: number) => readonly number[];

function conversions(
  from: RgbSpaceId,
  { primaries, transfer }: CurveSpace,
): { readonly toCurves: Convert; readonly fromCurves: Convert } {
  const own = RGB_SPACES[from];
  const curves = RGB_SPACES[transfer];
  const to = matrixBetween(from, primaries);
  const back = matrixBetween(primaries, from);
  return {
    toCurves: (r, g, b) =>
      transformVector3(to, own.decode(r), own.decode(g), own.decode(b)).map(curves.encode),
    fromCurves: (r, g, b) =>
      transformVector3(back, curves.decode(r), curves.decode(g), curves.decode(b)).map(own.encode),
  };
}

/** Linear RGB → linear RGB. */
function matrixBetween(from: RgbSpaceId, to: RgbSpaceId): Matrix3 {
  if (from === to) return IDENTITY_MATRIX3;
  return multiplyMatrix3(RGB_SPACES[to].fromXyzD50, RGB_SPACES[from].toXyzD50);
}
