import {
  DEFAULT_HUE_RANGES,
  IDENTITY_CURVE,
  type Adjustment,
  type AdjustmentStack,
} from '../../../src/engine/adjustments';
import { rgbImage } from '../../../src/engine/image/rgbImage';
import { renderStack, renderStack16, renderStack8 } from '../../../src/engine/render/renderStack';
import { CODE8 } from '../../support/tolerances';

const curve = (...points: readonly (readonly [number, number])[]): Adjustment => ({
  kind: 'curves',
  composite: points.map(([input, output]) => ({ input, output })),
  red: IDENTITY_CURVE,
  green: IDENTITY_CURVE,
  blue: IDENTITY_CURVE,
});
const stackOf = (layers: readonly (readonly [Adjustment, number])[], opacity = 100): AdjustmentStack => ({
  name: 'test',
  opacity,
  layers: layers.map(([adjustment, layerOpacity]) => ({ name: 'layer', adjustment, opacity: layerOpacity })),
});
const BLACK = curve([0, 0], [255, 0]);
const WHITE = curve([0, 255], [255, 255]);

describe('a stack of adjustment layers', () => {
  it('acts from the bottom to the top', () => {
    const halve = curve([0, 0], [255, 128]);
    const invert = curve([0, 255], [255, 0]);
    const gray = Uint8Array.of(200, 200, 200);
    expect([
      ...renderStack8(
        gray,
        3,
        stackOf([
          [halve, 100],
          [invert, 100],
        ]),
      ),
    ]).toEqual([155, 155, 155]);
    expect([
      ...renderStack8(
        gray,
        3,
        stackOf([
          [invert, 100],
          [halve, 100],
        ]),
      ),
    ]).toEqual([28, 28, 28]);
  });

  it('rounds to codes between two layers of an 8-bit document', () => {
    // A tenth and ten times back: only every tenth level is left.
    const result = renderStack8(
      Uint8Array.of(4, 14, 104),
      3,
      stackOf([
        [curve([0, 0], [250, 25]), 100],
        [curve([0, 0], [25, 250]), 100],
      ]),
    );
    expect([...result]).toEqual([0, 10, 100]);
  });

  it('mixes by the opacity of the layer, kept as a code of 255', () => {
    // 50 % is code 128.
    expect([...renderStack8(Uint8Array.of(0, 100, 255), 3, stackOf([[WHITE, 50]]))]).toEqual([128, 178, 255]);
  });

  it('mixes by the opacity of the group with what lies below the group, not below the top layer', () => {
    const result = renderStack8(
      Uint8Array.of(0, 100, 255),
      3,
      stackOf(
        [
          [WHITE, 100],
          [BLACK, 100],
        ],
        50,
      ),
    );
    expect([...result]).toEqual([0, 50, 127]);
  });

  it('does nothing with a layer of opacity 0, and with no layer', () => {
    const data = Uint8Array.of(1, 2, 3, 4, 5, 6);
    expect(renderStack8(data, 3, stackOf([[BLACK, 0]]))).toEqual(data);
    expect(renderStack8(data, 3, stackOf([]))).toEqual(data);
  });

  it('keeps alpha and leaves its input as it is', () => {
    const data = Uint8Array.of(9, 9, 9, 200, 9, 9, 9, 0);
    expect([...renderStack8(data, 4, stackOf([[WHITE, 100]]))]).toEqual([
      255, 255, 255, 200, 255, 255, 255, 0,
    ]);
    expect([...data]).toEqual([9, 9, 9, 200, 9, 9, 9, 0]);
  });

  it('gives the same pixels however many there are before them', () => {
    const stack = stackOf([[curve([0, 10], [100, 140], [255, 240]), 70]], 60);
    const long = Uint8Array.from({ length: 3 * 10000 }, (_, i) => (i * 31) % 256);
    const tail = long.slice(-30);
    expect(renderStack8(long, 3, stack).slice(-30)).toEqual(renderStack8(tail, 3, stack));
  });

  it('agrees without roundings, in 16 bits and in 8 bits, to the roundings of each', () => {
    const hues: Adjustment = {
      kind: 'hueSaturation',
      colorize: false,
      master: { hue: 10, saturation: -20, lightness: 0 },
      ranges: DEFAULT_HUE_RANGES,
    };
    const stack = stackOf(
      [
        [curve([0, 10], [128, 140], [255, 250]), 80],
        [hues, 60],
      ],
      90,
    );
    const codes = Uint8Array.from({ length: 3 * 500 }, (_, i) => (i * 7919) % 256);
    const smooth = renderStack(
      rgbImage(
        500,
        1,
        'srgb',
        Float32Array.from(codes, (code) => code / 255),
      ),
      stack,
    ).data;
    const in8 = renderStack8(codes, 3, stack);
    const in16 = renderStack16(
      Uint16Array.from(codes, (code) => Math.round((code * 32768) / 255)),
      3,
      stack,
    );
    // Opacities become codes of 255: 0.8 is exact, 0.9 is 230 / 255; each layer and mixture rounds once or twice.
    const tolerance8 = 3 * CODE8;
    const tolerance16 = 0.005;
    smooth.forEach((value, i) => {
      expect(Math.abs(value - in8[i] / 255)).toBeLessThanOrEqual(tolerance8);
      expect(Math.abs(value - in16[i] / 32768)).toBeLessThanOrEqual(tolerance16);
    });
  });

  it('refuses data that is no whole number of pixels', () => {
    expect(() => renderStack8(new Uint8Array(4), 3, stackOf([]))).toThrow(RangeError);
  });
});
