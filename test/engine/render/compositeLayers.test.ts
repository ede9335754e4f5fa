import { IDENTITY_CURVE, type Adjustment } from '../../../src/engine/adjustments';
import type { BlendMode } from '../../../src/engine/render/blendModes';
import { compositeLayers, emptyCanvas } from '../../../src/engine/render/compositeLayers';
import type {
  AdjustingLayer,
  CompositeLayer,
  GroupLayer,
  PixelLayer,
} from '../../../src/engine/render/layerTree';

const COMMON = { opacity: 255, blendMode: 'normal', mask: null, clipped: false } as const;
const INVERT: Adjustment = {
  kind: 'curves',
  composite: [
    { input: 0, output: 255 },
    { input: 255, output: 0 },
  ],
  red: IDENTITY_CURVE,
  green: IDENTITY_CURVE,
  blue: IDENTITY_CURVE,
};

/** Layers of one pixel. */
const pixel = (rgba: readonly number[], more: Partial<PixelLayer> = {}): PixelLayer => ({
  ...COMMON,
  kind: 'pixels',
  bounds: { left: 0, top: 0, right: 1, bottom: 1 },
  data: Uint8Array.from(rgba),
  ...more,
});
const invert = (more: Partial<AdjustingLayer> = {}): AdjustingLayer => ({
  ...COMMON,
  kind: 'adjustment',
  adjustment: INVERT,
  ...more,
});
const group = (children: readonly CompositeLayer[], more: Partial<GroupLayer> = {}): GroupLayer => ({
  ...COMMON,
  kind: 'group',
  passThrough: true,
  children,
  ...more,
});
const maskOf = (code: number) => ({
  bounds: { left: 0, top: 0, right: 1, bottom: 1 },
  data: Uint8Array.of(code),
  outside: 0,
});

function composite(...layers: readonly CompositeLayer[]): number[] {
  const canvas = emptyCanvas(1, 1, 8);
  compositeLayers(canvas, layers);
  return [...canvas.data];
}

describe('the compositor', () => {
  it('covers by alpha, and leaves what nothing covers transparent', () => {
    expect(composite()).toEqual([0, 0, 0, 0]);
    expect(composite(pixel([10, 20, 30, 255]))).toEqual([10, 20, 30, 255]);
    expect(composite(pixel([100, 0, 0, 255]), pixel([200, 0, 0, 51]))).toEqual([120, 0, 0, 255]);
  });

  it('keeps the color of a half transparent layer over nothing', () => {
    expect(composite(pixel([200, 100, 50, 128]))).toEqual([200, 100, 50, 128]);
  });

  it('adjusts what lies below and not what lies above', () => {
    expect(composite(pixel([10, 20, 30, 255]), invert())).toEqual([245, 235, 225, 255]);
    expect(composite(invert(), pixel([10, 20, 30, 255]))).toEqual([10, 20, 30, 255]);
  });

  it('mixes an adjustment by mask × opacity', () => {
    expect(composite(pixel([0, 0, 255, 255]), invert({ mask: maskOf(51) }))).toEqual([51, 51, 204, 255]);
    expect(composite(pixel([0, 0, 255, 255]), invert({ mask: maskOf(128), opacity: 128 }))).toEqual([
      64, 64, 191, 255,
    ]);
    expect(composite(pixel([0, 0, 255, 255]), invert({ mask: maskOf(0) }))).toEqual([0, 0, 255, 255]);
  });

  it('uses the code outside the bounds of a mask', () => {
    const elsewhere = { bounds: { left: 5, top: 5, right: 6, bottom: 6 }, data: Uint8Array.of(255) };
    expect(composite(pixel([0, 0, 0, 255]), invert({ mask: { ...elsewhere, outside: 0 } }))[0]).toBe(0);
    expect(composite(pixel([0, 0, 0, 255]), invert({ mask: { ...elsewhere, outside: 255 } }))[0]).toBe(255);
  });

  it('lets a group that passes through act on what lies below it, and no other group', () => {
    const below = pixel([10, 20, 30, 255]);
    expect(composite(below, group([invert()]))).toEqual([245, 235, 225, 255]);
    expect(composite(below, group([invert()], { passThrough: false }))).toEqual([10, 20, 30, 255]);
  });

  it('mixes a group that passes through with what lies below it', () => {
    const result = composite(pixel([0, 0, 0, 255]), group([invert(), invert(), invert()], { opacity: 51 }));
    expect(result).toEqual([51, 51, 51, 255]);
  });

  it('clips to the nearest layer that is not clipped', () => {
    const below = pixel([10, 10, 10, 255]);
    const nothing = pixel([200, 200, 200, 0]);
    const base = pixel([200, 200, 200, 255]);
    expect(composite(below, nothing, invert({ clipped: true }))).toEqual([10, 10, 10, 255]);
    expect(composite(below, base, invert({ clipped: true }))).toEqual([55, 55, 55, 255]);
  });

  it('clips to an adjustment: what is clipped acts where the mask of its base does', () => {
    const below = pixel([10, 10, 10, 255]);
    expect(composite(below, invert({ mask: maskOf(0) }), invert({ clipped: true }))).toEqual([
      10, 10, 10, 255,
    ]);
    expect(composite(below, invert(), invert({ clipped: true }))).toEqual([10, 10, 10, 255]);
  });

  it.each<[BlendMode, number]>([
    ['multiply', 40],
    ['screen', 160],
    ['darken', 100],
    ['lighten', 100],
    ['difference', 0],
    ['overlay', 79],
  ])('blends 100 over 100 by %s', (blendMode, expected) => {
    // By hand: 100 · 100 / 255 = 39.2 → 39; see the tolerance of one code below.
    const [red] = composite(pixel([100, 100, 100, 255]), pixel([100, 100, 100, 255], { blendMode }));
    expect(Math.abs(red - expected)).toBeLessThanOrEqual(1);
  });

  it('adds in mode linear dodge, and twice the distance from gray in mode linear light', () => {
    const blend = (below: number, above: number, blendMode: BlendMode): number =>
      composite(pixel([below, 0, 0, 255]), pixel([above, 0, 0, 255], { blendMode }))[0];
    expect(blend(100, 60, 'linearDodge')).toBe(160);
    expect(blend(200, 60, 'linearDodge')).toBe(255);
    expect(blend(100, 140, 'linearLight')).toBe(125);
    expect(blend(20, 0, 'linearLight')).toBe(0);
  });

  it('keeps luminosity below and color above in mode color, and the other way round in mode luminosity', () => {
    const luminosity = (rgba: readonly number[]): number => 0.3 * rgba[0] + 0.59 * rgba[1] + 0.11 * rgba[2];
    const below = [40, 90, 140, 255];
    const above = [150, 110, 100, 255];
    const colored = composite(pixel(below), pixel(above, { blendMode: 'color' }));
    const lit = composite(pixel(below), pixel(above, { blendMode: 'luminosity' }));
    expect(Math.abs(luminosity(colored) - luminosity(below))).toBeLessThanOrEqual(1);
    expect(Math.abs(luminosity(lit) - luminosity(above))).toBeLessThanOrEqual(1);
    expect(colored[0] - colored[2]).toBe(above[0] - above[2]);
    expect(lit[0] - lit[2]).toBe(below[0] - below[2]);
  });

  it('works on the grid 0…32768 in 16 bits', () => {
    const canvas = emptyCanvas(1, 1, 16);
    compositeLayers(canvas, [pixel([0, 0, 0, 0], { data: Uint16Array.of(32768, 1, 0, 32768) }), invert()]);
    expect([...canvas.data]).toEqual([0, 32767, 32768, 32768]);
  });
});
