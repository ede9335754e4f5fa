import { parsePointPairs } from '../../../src/formats/pointPairs/parsePointPairs';
import { UserError } from '../../../src/engine/userError';

const PAIR = { film: { x: 812.5, y: 240 }, digital: { x: 1630, y: 512 } };

function failureOf(text: string): UserError {
  try {
    parsePointPairs(text, 'points.json');
  } catch (error) {
    if (error instanceof UserError) return error;
  }
  throw new Error('It was read without complaint.');
}

describe('a file of point pairs', () => {
  it('gives the pairs in its order', () => {
    const second = { film: { x: 1, y: 2 }, digital: { x: 3, y: 4 } };
    expect(parsePointPairs(JSON.stringify([PAIR, second]), 'points.json')).toEqual([PAIR, second]);
  });

  it.each([
    ['text that is not JSON', '[{'],
    ['another JSON value', '{"film": 3}'],
    ['a coordinate that is a text', JSON.stringify([{ ...PAIR, film: { x: '1', y: 2 } }])],
    ['a pair without its other half', JSON.stringify([{ film: PAIR.film }])],
    ['a number beyond all numbers', '[{"film":{"x":1e999,"y":0},"digital":{"x":0,"y":0}}]'],
  ])('is refused, by name, for %s', (_, text) => {
    const { code, values } = failureOf(text);
    expect(code).toBe('points-invalid');
    expect(values.file).toBe('points.json');
    expect(String(values.detail)).not.toBe('');
  });

  it('is refused with the place of the trouble', () => {
    const text = JSON.stringify([PAIR, { ...PAIR, digital: { x: 1, y: null } }]);
    expect(failureOf(text).values.detail).toContain('1.digital.y');
  });
});
