import { decomposeLook } from '../../../src/engine/fit/decomposeLook';
import { latticeColors } from '../../../src/engine/render/bakeLut';
import { createLookMapper } from '../../../src/engine/render/renderLook';
import { meanDifference } from '../../support/meanDifference';
import { simulatedSamples } from '../../support/simulatedSamples';
import { JND } from '../../support/tolerances';
import { warmLook } from '../../support/warmLook';

const SIZE = 17;

describe('decomposeLook', () => {
  const known = createLookMapper({ ...warmLook(), residual: null });
  const colors = latticeColors(SIZE);
  const values = new Float64Array(colors.length);
  known(colors, values, SIZE ** 3);
  const look = decomposeLook({ size: SIZE, values, space: 'srgb' }, { name: 'read', monochrome: false });

  it('gives the mapping back at the nodes', () => {
    const rendered = new Float64Array(colors.length);
    createLookMapper(look)(colors, rendered, SIZE ** 3);
    const worst = rendered.reduce((most, v, i) => Math.max(most, Math.abs(v - values[i])), 0);
    expect(worst).toBeLessThan(1e-5);
  });

  it('says most of it in the stages that people read', () => {
    const { digital, film } = simulatedSamples(known, { count: 400 });
    const staged = new Float32Array(digital.length);
    createLookMapper(look, { parametricOnly: true })(digital, staged, 400);
    const rest = meanDifference(staged, film);
    expect(rest).toBeLessThan(JND);
    expect(rest).toBeLessThan(meanDifference(digital, film) / 4);
  });

  it('has curves that never fall, and rows of the matrix that keep gray gray', () => {
    const { red, green, blue } = look.channels;
    for (const curve of [look.tone, red, green, blue]) {
      for (let i = 1; i < curve.length; i++) expect(curve[i]).toBeGreaterThanOrEqual(curve[i - 1]);
    }
    for (const row of [0, 3, 6]) {
      expect(look.matrix[row] + look.matrix[row + 1] + look.matrix[row + 2]).toBeCloseTo(1, 9);
    }
  });
});
