import { residualLevels, saturationAt } from '../../../src/app/look/readouts';
import { neutralLook } from '../../../src/engine/look';

describe('what the numbers of a look say', () => {
  it('reads the saturation of a chroma between its samples, and beyond the last as there', () => {
    const look = { ...neutralLook('srgb'), saturation: [1, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 0.8] };
    expect(saturationAt(look, 0.025)).toBeCloseTo(1.1, 9);
    expect(saturationAt(look, 0.4)).toBeCloseTo(0.8, 9);
    expect(saturationAt(look, 0.5)).toBeCloseTo(0.8, 9);
  });

  it('counts the fine corrections as a root mean square in levels', () => {
    const offsets = Float32Array.from({ length: 24 }, (_, i) => (i % 2 === 0 ? 2 : -2) / 255);
    expect(residualLevels({ size: 2, offsets })).toBeCloseTo(2, 5);
  });
});
