import fs from 'node:fs';
import { RGB_SPACE_IDS } from '../../../src/engine/color/rgbSpace';
import { RGB_SPACES } from '../../../src/engine/color/rgbSpaces';
import { identifyProfile } from '../../../src/formats/icc/identifyProfile';
import { neutralLook } from '../../../src/engine/look';
import { exportCamera } from '../../../src/formats/icc/exportCamera';
import { formatMatrixProfile } from '../../../src/formats/icc/formatMatrixProfile';
import { readIccProfile } from '../../../src/formats/icc/readIccProfile';
import { classicStack } from '../../support/classicStack';
import { matrixProfile } from '../../support/matrixProfile';

describe('identifyProfile', () => {
  it.each(RGB_SPACE_IDS)('knows %s by colorants and curve, whatever its name', (id) => {
    const { toXyzD50, decode } = RGB_SPACES[id];
    const profile = matrixProfile({ matrix: toXyzD50, decode, description: 'My scanner' });
    expect(identifyProfile(profile)).toEqual({ kind: 'known', space: id, tagged: true });
  });

  it('takes untagged pictures for sRGB', () => {
    expect(identifyProfile(undefined)).toEqual({ kind: 'known', space: 'srgb', tagged: false });
  });

  it('does not take another curve for sRGB', () => {
    const { toXyzD50 } = RGB_SPACES.srgb;
    const profile = matrixProfile({ matrix: toXyzD50, decode: (v) => v ** 2.2, description: 'Monitor 2.2' });
    expect(identifyProfile(profile)).toMatchObject({ kind: 'matrix', description: 'Monitor 2.2' });
  });

  it('does not take linear light for anything', () => {
    const { toXyzD50 } = RGB_SPACES.prophoto;
    expect(identifyProfile(matrixProfile({ matrix: toXyzD50, decode: (v) => v, description: '' })).kind).toBe(
      'matrix',
    );
  });

  it('calls what is no profile unknown', () => {
    expect(identifyProfile(Uint8Array.of(1, 2, 3)).kind).toBe('unknown');
    expect(identifyProfile(new Uint8Array(5000)).kind).toBe('unknown');
  });

  it('tells a profile of tables from one that is damaged', () => {
    const table = exportCamera({ look: neutralLook('srgb', 'x'), stack: classicStack() })
      .content as Uint8Array;
    expect(identifyProfile(table)).toMatchObject({ kind: 'lut' });
  });

  it.each(RGB_SPACE_IDS)('knows the profile that is written for %s', (space) => {
    expect(identifyProfile(formatMatrixProfile(space))).toEqual({ kind: 'known', space, tagged: true });
  });

  it('survives any damage', () => {
    const { toXyzD50, decode } = RGB_SPACES.srgb;
    const profile = matrixProfile({ matrix: toXyzD50, decode, description: 'x' });
    for (let i = 0; i < profile.length; i += 3) {
      const damaged = profile.slice();
      damaged[i] ^= 0xff;
      expect(['known', 'matrix', 'lut', 'unknown', 'gray']).toContain(identifyProfile(damaged).kind);
      expect(() => readIccProfile(profile.slice(0, i))).not.toThrow();
    }
  });

  // Profiles of Ghostscript, made by others from the published definitions.
  it.each([
    ['srgb.icc', 'srgb'],
    ['a98.icc', 'adobe-rgb'],
    ['rommrgb.icc', 'prophoto'],
  ])('knows the installed %s', (name, space) => {
    const file = `/usr/share/color/icc/ghostscript/${name}`;
    if (!fs.existsSync(file)) {
      process.stdout.write(`skipped: ${name} is not installed\n`);
      return;
    }
    expect(identifyProfile(fs.readFileSync(file))).toMatchObject({ kind: 'known', space });
  });
});
