/** Every code that the code below the panel can give has a text that says what happened and what helps. */
import fs from 'node:fs';
import path from 'node:path';
import { fillBlanks } from '../../src/app/fillBlanks';
import { lookUp } from '../../src/app/lookUp';
import { TEXTS } from '../../src/app/texts';

const SRC = path.resolve(__dirname, '../../src');
/** Whose errors reach the panel. */
const FOLDERS = ['engine', 'photoshop', 'compute', 'app', 'formats/style', 'formats/cube', 'formats/psd'];

const source = FOLDERS.flatMap((folder) =>
  (fs.readdirSync(path.join(SRC, folder), { recursive: true }) as string[])
    .filter((file) => file.endsWith('.ts'))
    .map((file) => fs.readFileSync(path.join(SRC, folder, file), 'utf8')),
).join('\n');

const codesAfter = (pattern: RegExp) => [...new Set([...source.matchAll(pattern)].map((match) => match[1]))];

describe('the texts', () => {
  const errors = codesAfter(/new UserError\(\s*'([^']+)'/g);

  it('have one for every error that a user can meet', () => {
    expect(errors.length).toBeGreaterThan(10);
    expect(errors.filter((code) => lookUp(TEXTS.errors, code) === undefined)).toEqual([]);
  });

  it('have one for every way in which pictures cannot be aligned', () => {
    const declared = /export type AlignmentStatus =\s*([^;]+);/.exec(source)?.[1] ?? '';
    const statuses = [...declared.matchAll(/'([^']+)'/g)]
      .map((match) => match[1])
      .filter((each) => each !== 'ok');
    expect(statuses.length).toBeGreaterThan(2);
    expect(statuses.filter((status) => TEXTS.errors[`align-${status}`] === undefined)).toEqual([]);
  });

  it('tell the light of a frame in signed stops', () => {
    const light = { exposureEv: 0.312, redEv: -0.05, blueEv: 0 };
    const text = TEXTS.colors.frameOffsets(light, { ...light, exposureEv: -0.1 });
    expect(text).toContain('on the film: exposure +0.31 EV, red −0.05 EV, blue 0.00 EV.');
    expect(text).toContain('By lab or scanner: exposure −0.10 EV');
  });

  it('tell which places were trusted less: those that count, and the sky wherever it was looked for', () => {
    const { trustedLess } = TEXTS.colors;
    const shares = { clipped: 0.03, shadows: 0.001, highlights: 0, structure: 0.24, sky: null };
    expect(trustedLess(shares)).toBe('Trusted less, or left out: edges and texture 24 %, clipped 3 %.');
    expect(trustedLess({ ...shares, clipped: 0, structure: 0, sky: 0 })).toMatch(/left out: sky 0 %/);
    expect(trustedLess({ ...shares, clipped: 0, structure: 0 })).toBe('');
  });

  it('tell which pictures are to be opened again, and which have changed', () => {
    const { picturesGone } = TEXTS.save;
    expect(picturesGone(['a', 'b', 'c'], [])).toMatch(/^Open “a”, “b” and “c” again: /);
    expect(picturesGone(['a'], ['b'])).toMatch(/“b” has changed .* Match again .* Open “a” again/);
    expect(picturesGone([], ['a', 'b'])).toMatch(/^“a” and “b” have changed/);
  });

  it('have one for every stage of the work', () => {
    const stages = codesAfter(/stage: '([^']+)'/g);
    expect(stages.length).toBeGreaterThan(5);
    expect(stages.filter((stage) => lookUp(TEXTS.stages, stage) === undefined)).toEqual([]);
  });

  it('have one for every warning of the application', () => {
    const warnings = codesAfter(/\bwarn\('([^']+)'/g);
    expect(warnings.length).toBeGreaterThan(2);
    expect(warnings.filter((code) => lookUp(TEXTS.warnings, code) === undefined)).toEqual([]);
  });

  it('name a remedy for every error and warning', () => {
    const all = [...Object.entries(TEXTS.errors), ...Object.entries(TEXTS.warnings)];
    expect(all.filter(([, { title, remedy }]) => !title || !remedy)).toEqual([]);
  });

  it('fall back to the family of a code, and to nothing for a stranger', () => {
    expect(lookUp(TEXTS.stages, 'align.something-new')).toBe(TEXTS.stages.align);
    expect(lookUp(TEXTS.stages, 'dance')).toBeUndefined();
    expect(lookUp(TEXTS.errors, 'constructor')).toBeUndefined();
  });

  it('fill their blanks with what is given and leave none open', () => {
    expect(fillBlanks('{a} of {b}, {c}', { a: 1.2345, b: 'x' })).toBe('1.23 of x, ');
  });
});
