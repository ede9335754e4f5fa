import fs from 'node:fs';
import fc from 'fast-check';
import { createLutMapper } from '../../../src/engine/render/applyLut';
import { bakeLut } from '../../../src/engine/render/bakeLut';
import { UserError } from '../../../src/engine/userError';
import { cubeToLut3d } from '../../../src/formats/cube/cubeFile';
import { formatCube } from '../../../src/formats/cube/formatCube';
import { parseCube } from '../../../src/formats/cube/parseCube';
import { createRandom } from '../../support/createRandom';
import { itWithProgram, runProgram } from '../../support/programs';
import { itWithShared } from '../../support/shared';
import { temporaryFolder } from '../../support/temporaryFolder';
import { FLOAT32 } from '../../support/tolerances';
import { warmLook } from '../../support/warmLook';

const IDENTITY_2 = '0 0 0\n1 0 0\n0 1 0\n1 1 0\n0 0 1\n1 0 1\n0 1 1\n1 1 1\n';

function detail(text: string): string {
  try {
    parseCube(text, 'a.cube');
  } catch (error) {
    if (error instanceof UserError && error.code === 'cube-invalid') {
      expect(error.values.file).toBe('a.cube');
      return `${error.values.line}: ${error.values.detail}`;
    }
    throw error;
  }
  return 'no error';
}

describe('formatCube', () => {
  it('writes what parseCube reads, to six decimals', () => {
    const lut = bakeLut(warmLook(), 17);
    const back = cubeToLut3d(parseCube(formatCube(lut, { title: 'Warm' })), 'srgb');
    const SIX_DECIMALS = 5e-7 + FLOAT32;
    expect(back.size).toBe(17);
    expect(Math.max(...back.values.map((value, i) => Math.abs(value - lut.values[i])))).toBeLessThan(
      SIX_DECIMALS,
    );
  });

  it('writes plain ASCII lines whatever the title is', () => {
    const text = formatCube(bakeLut(warmLook(), 2), { title: 'Où "été" 富士', comments: ['line\nbreak'] });
    expect(text).toMatch(/^[\x20-\x7e\n]+$/);
    expect(text).toContain('TITLE "Ou \'ete\' ? (sRGB)"');
    expect(
      text
        .split('\n')
        .filter((line) => line.startsWith('#'))
        .at(-1),
    ).toBe('# line?break');
  });

  it('names the space that the LUT is for', () => {
    const lut = { ...bakeLut(warmLook(), 2), space: 'adobe-rgb' as const };
    expect(formatCube(lut, { title: 'x' })).toContain('Adobe RGB (1998)');
  });

  it('refuses values that are no numbers', () => {
    const lut = bakeLut(warmLook(), 2);
    lut.values[5] = NaN;
    expect(() => formatCube(lut, { title: 'x' })).toThrow(RangeError);
  });
});

describe('parseCube', () => {
  it.each(['\n', '\r\n', '\r'])(
    'reads any line end, a byte order mark, tabs, comments and lower case',
    (end) => {
      const text = `\ufeff# c\nTitle "T"\n\nlut_3d_size 2\n# d\n${IDENTITY_2.replace(/ /g, '\t')}`.replace(
        /\n/g,
        end,
      );
      const { title, lattice } = parseCube(text);
      expect(title).toBe('T');
      expect([...(lattice?.values ?? [])]).toEqual(IDENTITY_2.trim().split(/\s+/).map(Number));
    },
  );

  it('reads a missing end of the last line', () => {
    expect(parseCube(`LUT_3D_SIZE 2\n${IDENTITY_2.trim()}`).lattice?.size).toBe(2);
  });

  it.each([
    ['', '0: there are no rows of numbers'],
    ['LUT_3D_SIZE 2\n0 0 0\n', '2: it ends after 1 of 8 rows'],
    [`LUT_3D_SIZE 2\n${IDENTITY_2}1 1 1\n`, '10: there are more than 8 rows of numbers'],
    ['0 0 0\n', '1: the size is missing (LUT_3D_SIZE)'],
    ['LUT_3D_SIZE 1\n', '1: the size must be a whole number from 2 to 256'],
    ['LUT_3D_SIZE 1e9\n', '1: the size must be a whole number from 2 to 256'],
    ['LUT_3D_SIZE 300\n', '1: the size must be a whole number from 2 to 256'],
    ['LUT_3D_SIZE 2\n0 0 nan\n', '2: "nan" is not a number'],
    ['LUT_3D_SIZE 2\nNaN 0 0\n', '2: "NaN" is not a number'],
    [
      'LUT_3D_SIZE 2\n0,5 0,5 0,5\n',
      '2: "0,5" is not a number (decimal commas are not allowed: write 0.5, not 0,5)',
    ],
    ['LUT_3D_SIZE 2\n0 0\n', '2: three numbers are expected here'],
    ['LUT_3D_SIZE 2\n1e999 0 0\n', '2: "1e999" is not a number'],
    ['LUT_3D_SIZE 2\n0 0 0\nDOMAIN_MAX 2 2 2\n', '3: a keyword stands after the first row of numbers'],
    ['hello\n', '1: "hello" is no keyword of a .cube file'],
    [
      `DOMAIN_MIN 1 1 1\nLUT_3D_SIZE 2\n${IDENTITY_2}`,
      '10: the domain is empty: its minimum is not below its maximum',
    ],
    [`LUT_3D_SIZE 2\n${'1'.repeat(5000)}`, '1: the line is too long for a LUT'],
  ])('says what is wrong in %j', (text, message) => {
    expect(detail(text)).toContain(message.replace(/^1: the line is too long/, '2: the line is too long'));
  });

  it('bakes curves in front of a lattice, as Resolve writes them', () => {
    const text = `LUT_1D_SIZE 2\nLUT_1D_INPUT_RANGE 0.0 1.0\nLUT_3D_SIZE 2\nLUT_3D_INPUT_RANGE 0.0 1.0\n0 0 0\n0.5 0.5 0.5\n${IDENTITY_2}`;
    const lut = cubeToLut3d(parseCube(text), 'srgb', 5);
    expect([...lut.values.slice(-3)]).toEqual([0.5, 0.5, 0.5]);
  });

  it('bakes a domain other than 0 to 1', () => {
    const text = `DOMAIN_MIN -1 -1 -1\nDOMAIN_MAX 1 1 1\nLUT_3D_SIZE 2\n${IDENTITY_2}`;
    const lut = cubeToLut3d(parseCube(text), 'srgb', 3);
    expect([...lut.values.slice(0, 3)]).toEqual([0.5, 0.5, 0.5]);
    expect([...lut.values.slice(-3)]).toEqual([1, 1, 1]);
  });

  it('answers any text with a LUT or a UserError', () => {
    const line = fc.oneof(
      fc.constantFrom(
        'LUT_3D_SIZE 2',
        'LUT_1D_SIZE 3',
        '0 0 0',
        '1 .5 -2e-3',
        'TITLE "x"',
        '',
        '#',
        'DOMAIN_MIN 0 0',
      ),
      fc.string({ maxLength: 30 }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
        try {
          parseCube(lines.join('\n'));
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
        }
      }),
      { numRuns: 3000, seed: 11 },
    );
  });

  itWithShared(
    'reads LUTs that others have made',
    'data/looks/KODAK_PORTRA_400__KODAK_PORTRA_ENDURA.cube',
    (file) => {
      const { lattice } = parseCube(fs.readFileSync(file, 'utf8'), file);
      expect(lattice?.values.every((value) => value > -1 && value < 2)).toBe(true);
    },
  );
});

describe('our LUT in ffmpeg', () => {
  const folder = temporaryFolder();

  itWithProgram('does to random colors what it does here, within a thousandth', 'ffmpeg', () => {
    const lut = bakeLut(warmLook(), 33);
    fs.writeFileSync(folder.path('look.cube'), formatCube(lut, { title: 'Warm' }));
    const random = createRandom(9);
    const codes = Uint16Array.from({ length: 3 * 256 }, () => Math.floor(65536 * random()));
    fs.writeFileSync(folder.path('in.raw'), codes);
    const raw = ['-f', 'rawvideo', '-pix_fmt', 'rgb48le'];
    const filter = `format=gbrpf32le,lut3d=file=${folder.path('look.cube')}:interp=tetrahedral,format=rgb48le`;
    const out = runProgram('ffmpeg', [
      ...['-v', 'error', ...raw, '-s', '16x16', '-i', folder.path('in.raw')],
      ...['-vf', filter, ...raw, '-frames:v', '1', '-'],
    ]);
    const theirs = new Uint16Array(Uint8Array.from(out ?? []).buffer);
    const ours = new Float32Array(codes.length);
    createLutMapper(lut)(
      Float32Array.from(codes, (code) => code / 65535),
      ours,
      256,
    );
    const THOUSANDTH = 0.001;
    expect(theirs.length).toBe(codes.length);
    expect(Math.max(...ours.map((value, i) => Math.abs(value - theirs[i] / 65535)))).toBeLessThan(THOUSANDTH);
  });
});
