/**
 * The mark of Filmfit: one frame of perforated film whose picture is a tone curve. All edges lie on whole design units,
 * so that the frame stays crisp at one pixel a unit, on a square of 23 as well as of 24 units.
 */
import { cutOut, intersect, roundedRect, type IconLayer, type Shape } from './raster';

type Color = readonly [number, number, number];

interface Frame {
  readonly strip: Shape;
  readonly perforations: readonly Shape[];
  readonly picture: Shape;
  readonly underCurve: Shape;
  readonly alongCurve: Shape;
}

const CURVE_HALF_WIDTH = 0.85;

/** The parts of the mark on a square of `units`: a margin of 1, a picture of full width less 6, mirrored perforations. */
function filmFrame(units: number): Frame {
  const picture = roundedRect(3, 7, units - 3, units - 7, 0.5);
  const lefts = [3, 8, units - 10, units - 5];
  const tops = [3, units - 5];
  // The height of the S curve is a logistic: toe, straight line and shoulder.
  const curveTop = (x: number) => {
    const t = (x - 3) / (units - 6);
    return units - 7.6 - (units - 15.2) / (1 + Math.exp(-8 * (t - 0.52)));
  };
  return {
    strip: roundedRect(1, 1, units - 1, units - 1, 2),
    perforations: tops.flatMap((top) => lefts.map((left) => roundedRect(left, top, left + 2, top + 2, 0.4))),
    picture,
    underCurve: intersect(picture, (x, y) => y > curveTop(x)),
    alongCurve: intersect(picture, (x, y) => {
      for (let u = x - CURVE_HALF_WIDTH; u <= x + CURVE_HALF_WIDTH; u += 0.1) {
        if (Math.hypot(u - x, curveTop(u) - y) <= CURVE_HALF_WIDTH) return true;
      }
      return false;
    }),
  };
}

/** The mark in one ink: what the panel bar shows on a light or a dark theme. */
export function filmFrameInOneInk(units: number, ink: Color): IconLayer[] {
  const { strip, perforations, picture, underCurve, alongCurve } = filmFrame(units);
  const color = () => ink;
  return [
    { shape: cutOut(strip, [...perforations, picture]), color, opacity: 1 },
    { shape: underCurve, color, opacity: 0.35 },
    { shape: alongCurve, color, opacity: 1 },
  ];
}

/** The mark in color, for the list of plugins, which has one icon for all themes: amber film, a picture of dusk over water. */
export function filmFrameInColor(units: number): IconLayer[] {
  const { strip, perforations, picture, underCurve, alongCurve } = filmFrame(units);
  return [
    {
      shape: cutOut(strip, perforations),
      color: (_x, y) => mix([0.87, 0.45, 0.16], [0.68, 0.27, 0.12], y / units),
      opacity: 1,
    },
    { shape: picture, color: () => [0.08, 0.13, 0.2], opacity: 1 },
    { shape: underCurve, color: (x) => mix([0.06, 0.36, 0.42], [0.2, 0.66, 0.66], x / units), opacity: 1 },
    { shape: alongCurve, color: () => [1, 0.93, 0.8], opacity: 1 },
  ];
}

function mix(from: Color, to: Color, t: number): Color {
  return [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t, from[2] + (to[2] - from[2]) * t];
}
