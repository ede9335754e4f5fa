import { converter } from 'culori';
import { createRgbToLab } from '../../../src/engine/color/lab';
import { createOklabToRgb, createRgbToOklab } from '../../../src/engine/color/oklab';
import { transformVector3 } from '../../../src/engine/color/matrix3';
import { RGB_SPACE_IDS, type RgbSpaceId } from '../../../src/engine/color/rgbSpace';
import { RGB_SPACES } from '../../../src/engine/color/rgbSpaces';
import { LAB_ROUNDING, OKLAB_ROUNDING, TRANSFER_TABLE } from '../../support/tolerances';

const CULORI_MODES = {
  srgb: 'rgb',
  'adobe-rgb': 'a98',
  'display-p3': 'p3',
  prophoto: 'prophoto',
  rec2020: 'rec2020',
} as const satisfies Record<RgbSpaceId, string>;

const COLORS = [
  [0.8, 0.3, 0.1],
  [0.02, 0.5, 0.9],
  [0.4, 0.41, 0.39],
  [0.95, 0.9, 0.2],
  [0.01, 0.02, 0.015],
  [1, 1, 1],
];

describe.each(RGB_SPACE_IDS)('RGB space %s', (id) => {
  const space = RGB_SPACES[id];

  it('decodes what it encodes, also below zero', () => {
    for (const v of [-0.3, -0.001, 0, 0.0005, 0.01, 0.2, 0.5, 1, 1.2]) {
      expect(space.decode(space.encode(v))).toBeCloseTo(v, 10);
    }
  });

  it('puts white at D50 in the connection space', () => {
    const [x, y, z] = transformVector3(space.toXyzD50, 1, 1, 1);
    expect(x).toBeCloseTo(0.9643, 3);
    expect(y).toBeCloseTo(1, 6);
    expect(z).toBeCloseTo(0.8251, 3);
  });

  it.each(COLORS)('agrees with culori about CIELAB of (%d, %d, %d)', (r, g, b) => {
    const expected = converter('lab')({ mode: CULORI_MODES[id], r, g, b });
    const lab = new Float64Array(3);
    createRgbToLab(id)(r, g, b, lab, 0);
    expect(Math.hypot(lab[0] - expected.l, lab[1] - expected.a, lab[2] - expected.b)).toBeLessThan(
      LAB_ROUNDING,
    );
  });

  it.each(COLORS)('agrees with culori about OKLab of (%d, %d, %d)', (r, g, b) => {
    const expected = converter('oklab')({ mode: CULORI_MODES[id], r, g, b });
    const lab = new Float64Array(3);
    createRgbToOklab(id)(r, g, b, lab, 0);
    expect(Math.hypot(lab[0] - expected.l, lab[1] - expected.a, lab[2] - expected.b)).toBeLessThan(
      OKLAB_ROUNDING,
    );
  });

  it('comes back from OKLab', () => {
    const toOklab = createRgbToOklab(id);
    const toRgb = createOklabToRgb(id);
    const lab = new Float64Array(3);
    for (const [r, g, b] of COLORS) {
      toOklab(r, g, b, lab, 0);
      toRgb(lab[0], lab[1], lab[2], lab, 0);
      for (const [c, v] of [r, g, b].entries()) expect(Math.abs(lab[c] - v)).toBeLessThan(TRANSFER_TABLE);
    }
  });
});
