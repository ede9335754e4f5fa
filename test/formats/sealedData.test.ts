import fc from 'fast-check';
import { formatSealed, parseSealed } from '../../src/formats/sealedData';

const SEAL = { kind: 'test', version: 2 };
const DATA = { name: '東京', error: Infinity, seen: Float32Array.of(1, 0.1, -2e-40), nothing: null };

describe('sealed data', () => {
  it('comes back as it was, to the bit: texts in any script, numbers that JSON lacks, typed arrays', () => {
    expect(parseSealed(SEAL, formatSealed(SEAL, DATA))).toEqual(DATA);
    fc.assert(
      fc.property(
        fc.record({ text: fc.string({ unit: 'binary' }), value: fc.double(), floats: fc.float32Array() }),
        (value) => expect(parseSealed(SEAL, formatSealed(SEAL, value))).toEqual(value),
      ),
      { numRuns: 50, seed: 7 },
    );
  });

  it('is nothing for another kind or version', () => {
    const text = formatSealed(SEAL, DATA);
    expect(parseSealed({ ...SEAL, version: 3 }, text)).toBeNull();
    expect(parseSealed({ ...SEAL, kind: 'tests' }, text)).toBeNull();
  });

  it('is nothing when a letter has changed or the end is missing, wherever that is', () => {
    const text = formatSealed(SEAL, DATA);
    fc.assert(
      fc.property(fc.nat(text.length - 1), (at) => {
        const other = text[at] === 'x' ? 'y' : 'x';
        expect(parseSealed(SEAL, text.slice(0, at) + other + text.slice(at + 1))).toBeNull();
        expect(parseSealed(SEAL, text.slice(0, at))).toBeNull();
      }),
      { numRuns: 100, seed: 7 },
    );
  });
});
