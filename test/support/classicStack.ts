/** A stack of the classic kinds: Curves, Hue/Saturation, Color Balance and closing Curves, all of them doing something. */
import {
  DEFAULT_HUE_RANGES,
  IDENTITY_CURVE,
  type AdjustmentStack,
  type CurvePoints,
} from '../../src/engine/adjustments';

const curve = (...pairs: readonly (readonly [number, number])[]): CurvePoints =>
  pairs.map(([input, output]) => ({ input, output }));

export function classicStack(overrides: Partial<AdjustmentStack> = {}): AdjustmentStack {
  return {
    name: 'Portra 400',
    opacity: 100,
    layers: [
      {
        name: 'Tone and white balance',
        opacity: 100,
        adjustment: {
          kind: 'curves',
          composite: curve([0, 12], [64, 58], [128, 134], [192, 203], [255, 246]),
          red: curve([0, 0], [128, 133], [255, 255]),
          green: IDENTITY_CURVE,
          blue: curve([0, 8], [120, 116], [255, 240]),
        },
      },
      {
        name: 'Color',
        opacity: 100,
        adjustment: {
          kind: 'hueSaturation',
          colorize: false,
          master: { hue: 0, saturation: -8, lightness: 0 },
          ranges: {
            ...DEFAULT_HUE_RANGES,
            greens: { ...DEFAULT_HUE_RANGES.greens, hue: -14, saturation: -20, lightness: 6 },
            blues: {
              hue: 10,
              saturation: 12,
              lightness: 0,
              beginRamp: 190,
              beginSustain: 220,
              endSustain: 258,
              endRamp: 290,
            },
          },
        },
      },
      {
        name: 'Color cast',
        opacity: 100,
        adjustment: {
          kind: 'colorBalance',
          shadows: [-4, 2, 9],
          midtones: [6, 0, -5],
          highlights: [3, 0, -8],
          preserveLuminosity: true,
        },
      },
      {
        name: 'Finish',
        opacity: 100,
        adjustment: {
          kind: 'curves',
          composite: curve([0, 0], [70, 66], [180, 186], [255, 255]),
          red: IDENTITY_CURVE,
          green: curve([0, 4], [128, 126], [255, 252]),
          blue: IDENTITY_CURVE,
        },
      },
    ],
    ...overrides,
  };
}
