import { rgbImage } from '../../../src/engine/image/rgbImage';
import { applyLut } from '../../../src/engine/render/applyLut';
import { bakeLut } from '../../../src/engine/render/bakeLut';
import { prepareForLut } from '../../../src/engine/render/prepareForLut';
import { createRandom } from '../../support/createRandom';
import { FLOAT32 } from '../../support/tolerances';
import { warmLook } from '../../support/warmLook';

const random = createRandom(11);
/** Among them ties, the ends and what lies beyond. */
const LEVELS = [-0.2, 0, 0.25, 0.5, 0.5, 0.75, 1, 1.3];
const image = rgbImage(40, 25, 'srgb');
for (let i = 0; i < image.data.length; i++) {
  image.data[i] = i < 1500 ? LEVELS[Math.floor(random() * LEVELS.length)] : random();
}

describe('prepareForLut', () => {
  it('gives what applyLut gives, for one table after the other', () => {
    const apply = prepareForLut(image, 9);
    for (const lut of [bakeLut(warmLook(), 9), bakeLut(warmLook({ saturation: [1.4, 1.4] }), 9)]) {
      const expected = applyLut(image, lut).data;
      apply(lut).data.forEach((value, i) => expect(Math.abs(value - expected[i])).toBeLessThan(FLOAT32));
    }
  });

  it('refuses a table of another size', () => {
    expect(() => prepareForLut(image, 9)(bakeLut(warmLook(), 17))).toThrow(RangeError);
  });
});
