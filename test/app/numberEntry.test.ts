import { parseNumber, stepBy } from '../../src/app/numberEntry';

const PERCENT = { min: 0, max: 100 };
const key = (name: string, shiftKey = false) => ({ key: name, shiftKey });

describe('a number that is typed', () => {
  it('may have a typographic minus, a decimal comma, a percent sign and spaces', () => {
    const wide = { min: -100, max: 100 };
    expect(['−12', ' 40 % ', '3,4', '+7', '.6'].map((text) => parseNumber(text, wide))).toEqual([
      -12, 40, 3, 7, 1,
    ]);
    expect(parseNumber('3,45', { ...wide, decimals: 1 })).toBe(3.5);
  });

  it('stays within its range', () => {
    expect(['-5', '900'].map((text) => parseNumber(text, PERCENT))).toEqual([0, 100]);
  });

  it('is none when it is something else', () => {
    for (const text of ['', 'twelve', '1e5', '0x10', '1.2.3', '-'])
      expect(parseNumber(text, PERCENT)).toBeNull();
  });
});

describe('a number that is moved with the arrow keys', () => {
  it('goes a step of its last decimal, or ten with Shift, and no further than its range', () => {
    expect(stepBy(50, key('ArrowUp'), PERCENT)).toBe(51);
    expect(stepBy(50, key('ArrowDown', true), PERCENT)).toBe(40);
    expect(stepBy(95, key('ArrowUp', true), PERCENT)).toBe(100);
    expect(stepBy(0.1, key('ArrowUp'), { ...PERCENT, decimals: 1 })).toBe(0.2);
    expect(stepBy(50, key('a'), PERCENT)).toBeNull();
  });
});
