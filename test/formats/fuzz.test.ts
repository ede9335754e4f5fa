import { fuzz } from '../../bench/fuzz/fuzz';
import { FUZZ_TARGETS } from '../../bench/fuzz/targets';
import { createRandom } from '../support/createRandom';

/** Some parsers have more to do; bench/fuzz goes on for as long as one wants. */
const INPUTS = { quick: 2000, slow: 400 };
const SLOW = ['dcp', 'style', 'library'];

describe('every parser', () => {
  it.each(FUZZ_TARGETS.map((target) => [target.name, target] as const))(
    'answers a damaged %s with a value, or with a UserError that says where the damage is',
    (name, target) => {
      const inputs = SLOW.includes(name) ? INPUTS.slow : INPUTS.quick;
      const { accepted, refused, crashes, placeless } = fuzz(target, inputs, createRandom(7));
      expect(crashes.slice(0, 1)).toEqual([]);
      expect(placeless.slice(0, 1).map(({ error }) => [error.code, error.values])).toEqual([]);
      expect(accepted + refused).toBe(inputs);
    },
    120_000,
  );
});
