/** `filmfit invert` as a user runs it: blind, with saved numbers, and what it says when it cannot tell. */
import fs from 'node:fs';
import { decodeImage } from '../../src/formats/image/decodeImage';
import { encodeImage } from '../../src/formats/image/encodeImage';
import { rgbImageToRaster } from '../../src/formats/image/rgbImageToRaster';
import { parseInversion } from '../../src/formats/inversion/inversionFile';
import { runCli } from '../support/runCli';
import { negativeScan, sceneColors } from '../support/simulatedNegative';
import { temporaryFolder } from '../support/temporaryFolder';

jest.setTimeout(300_000);

const folder = temporaryFolder();

function writeScan(name: string, silver: boolean): string {
  const scan = negativeScan(sceneColors(200, 8), silver);
  fs.writeFileSync(folder.path(name), encodeImage(rgbImageToRaster(scan, 16), 'png'));
  return folder.path(name);
}

describe('filmfit invert', () => {
  it('writes a 16-bit positive, and the same once more from the numbers that it saved', async () => {
    const scan = writeScan('frame.png', false);
    const [first, second, saved] = ['a.png', 'b.png', 'roll.json'].map((name) => folder.path(name));
    const blind = await runCli(['invert', scan, '--out', first, '--save', saved]);
    expect(blind.exitCode).toBe(0);
    expect(blind.stdout).toContain('orange mask');
    expect(blind.stderr).toContain('guess');
    const repeated = await runCli(['invert', scan, '--inversion', saved, '--out', second]);
    expect(repeated.exitCode).toBe(0);
    const [a, b] = [first, second].map((file) => decodeImage(new Uint8Array(fs.readFileSync(file)), file));
    expect(a.bitDepth).toBe(16);
    // Seven digits of every number are in the file.
    const worst = Array.from(a.data).reduce((max, value, i) => Math.max(max, Math.abs(value - b.data[i])), 0);
    expect(worst).toBeLessThanOrEqual(2);
    expect(parseInversion(fs.readFileSync(saved, 'utf8'), saved).kind).toBe('color');
  });

  it('asks what a scan without a mask is', async () => {
    const scan = writeScan('silver.png', true);
    const result = await runCli(['invert', scan, '--out', folder.path('c.png'), '--json']);
    expect(result.exitCode).not.toBe(0);
    expect(result.stdout).toContain('negative-not-recognized');
    expect(result.stdout).toContain('--kind black-and-white');
  });
});
