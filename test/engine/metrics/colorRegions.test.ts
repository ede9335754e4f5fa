import { colorRegionIndices, COLOR_REGIONS } from '../../../src/engine/metrics/colorRegions';

/** sRGB values of the ColorChecker Classic as X-Rite published them (after November 2014 rounded differently by ± 1). */
const PATCHES: readonly (readonly [string, readonly [number, number, number], string])[] = [
  ['light skin', [194, 150, 130], 'skin'],
  ['blue sky', [98, 122, 157], 'sky'],
  ['foliage', [87, 108, 67], 'foliage'],
  ['dark skin', [115, 82, 68], 'earth'],
  ['green', [70, 148, 73], 'foliage'],
  ['red', [175, 54, 60], 'reds'],
  ['yellow', [231, 199, 31], 'yellows'],
  ['blue', [56, 61, 150], 'blues'],
  ['purple', [94, 60, 108], 'purples'],
  ['cyan', [8, 133, 161], 'teals'],
  ['white', [243, 243, 242], 'whites'],
  ['neutral 5', [122, 122, 121], 'concrete'],
  ['black', [32, 32, 32], 'shadows'],
];

describe('colorRegionIndices', () => {
  it.each(PATCHES)('names the patch “%s”', (_name, rgb, region) => {
    const [index] = colorRegionIndices(
      rgb.map((v) => v / 255),
      'srgb',
    );
    expect(COLOR_REGIONS[index]).toBe(region);
  });
});
