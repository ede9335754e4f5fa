/** `filmfit invert` as a user runs it: blind, with saved numbers, and what it says when it cannot tell. */
import fs from 'node:fs';
import { decodeImage } from '../../src/formats/image/decodeImage';
import { encodeImage } from '../../src/formats/image/encodeImage';
import { rgbImageToRaster } from '../../src/formats/image/rgbImageToRaster';
import { parseInversion } from '../../src/formats/inversion/inversionFile';
import { readPsd } from '../../src/formats/psd/readPsd';
import { rgbImage } from '../../src/engine/image/rgbImage';
import { RGB_SPACES } from '../../src/engine/color/rgbSpaces';
import { runCli } from '../support/runCli';
import { FILM_BASE, negativeScan, sceneColors } from '../support/simulatedNegative';
import { temporaryFolder } from '../support/temporaryFolder';

jest.setTimeout(120_000);

const folder = temporaryFolder();

function writeScan(name: string, silver: boolean): string {
  const scan = negativeScan(sceneColors(36, 8), silver);
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
    const worst = [...a.data].reduce((max, value, i) => Math.max(max, Math.abs(value - b.data[i])), 0);
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

  it('takes a flat frame, a known gamma and an area of film base, and writes the evened scan with its layers', async () => {
    const scan = writeScan('uneven.png', false);
    const flat = rgbImage(60, 60, 'srgb');
    for (let i = 0; i < 3 * 60 * 60; i++) flat.data[i] = 0.9 - 0.2 * ((Math.floor(i / 3) % 60) / 60);
    fs.writeFileSync(folder.path('flat.png'), encodeImage(rgbImageToRaster(flat, 8), 'png'));
    const [layers, saved] = [folder.path('frame.psd'), folder.path('numbers.json')];
    const light = ['--flat', folder.path('flat.png'), '--scan-gamma', '2.2'];
    const known = ['--kind', 'color', '--base', '18,18,16,16'];
    const result = await runCli(['invert', scan, ...light, ...known, '--layers', layers, '--save', saved]);
    expect(result.stderr + result.stdout).toContain('gamma of 2.2');
    expect(result.exitCode).toBe(0);
    const { base, scanGamma } = parseInversion(fs.readFileSync(saved, 'utf8'), saved);
    expect(scanGamma).toBe(2.2);
    // The flat frame's left side is the brighter one: the base there is dimmed to what it would be at the right.
    const code = (channel: number) => RGB_SPACES.srgb.encode(FILM_BASE[channel]);
    base.forEach((value, c) => expect(value / code(c) ** 2.2).toBeLessThan(0.75));
    const psd = readPsd(new Uint8Array(fs.readFileSync(layers)));
    const red = psd.layers[0].channels.get(0)!;
    const at = (x: number) => red[20 * psd.width + x];
    expect(at(20)).toBeLessThan(0.92 * at(psd.width - 21));
  });

  it('wants a flat frame of the shape of the scan, in a match as well', async () => {
    const scan = writeScan('frame3.png', false);
    const wide = folder.path('wide.png');
    fs.writeFileSync(wide, encodeImage(rgbImageToRaster(rgbImage(90, 60, 'srgb'), 8), 'png'));
    const inverting = await runCli(['invert', scan, '--flat', wide, '--out', folder.path('e.png')]);
    const match = ['match', '--film', scan, '--digital', scan, '--out', folder.path('look')];
    const matching = await runCli([...match, '--flat', wide]);
    for (const { exitCode, stderr } of [inverting, matching]) {
      expect(exitCode).not.toBe(0);
      expect(stderr).toMatch(/wide\.png” has another shape than “.*frame3\.png”/);
    }
  });

  it('refuses a gamma that no scanner has', async () => {
    const scan = writeScan('frame2.png', false);
    const args = ['invert', scan, '--out', folder.path('d.png'), '--scan-gamma', 'steep'];
    expect((await runCli(args)).stderr).toContain('--scan-gamma is a number from 0.5 to 4');
  });
});
