/** `filmfit match` on a film with grain and a glow, scanned in uneven light: what the report shows of them. */
import fs from 'node:fs';
import { encodeImage } from '../../src/formats/image/encodeImage';
import { rgbImageToRaster } from '../../src/formats/image/rgbImageToRaster';
import { parseStyle } from '../../src/formats/style/parseStyle';
import type { RgbImage } from '../../src/engine/image/rgbImage';
import { runCli, type CliResult } from '../support/runCli';
import { temporaryFolder } from '../support/temporaryFolder';
import { inLampLight, texturedPair, TRUE_GRAIN, TRUE_HALATION } from '../support/texturedPair';

jest.setTimeout(300_000);

const folder = temporaryFolder();
const written = (name: string): string => fs.readFileSync(folder.path(`look/${name}`), 'utf8');
let match: CliResult;

function write(name: string, image: RgbImage): string {
  fs.writeFileSync(folder.path(name), encodeImage(rgbImageToRaster(image, 8), 'png'));
  return folder.path(name);
}

beforeAll(async () => {
  const { film, digital } = texturedPair();
  const pair = ['--film', write('film.png', inLampLight(film)), '--digital', write('digital.png', digital)];
  const flat = ['--flat', write('lamp.png', inLampLight(null))];
  match = await runCli(['match', ...pair, ...flat, '--out', folder.path('look'), '--json']);
});

describe('filmfit match with a flat frame', () => {
  it('evens out the light of the scan, and says how long that took', () => {
    expect(match.exitCode).toBe(0);
    // Nothing else of a positive film belongs to this stage. What it does to the pictures: test/engine/flatFrame.test.ts.
    const { timingMs } = JSON.parse(match.stdout) as { timingMs: Record<string, number> };
    expect(timingMs.negative).toBeGreaterThan(0);
  });

  it('measures grain and glow', () => {
    const { grain, halation } = parseStyle(written('style.json'), 'style.json').look;
    expect(Math.abs(grain!.strength.green[2] / TRUE_GRAIN.strength.green[2] - 1)).toBeLessThan(0.1);
    expect(Math.abs(grain!.sizePx / TRUE_GRAIN.sizePx - 1)).toBeLessThan(0.2);
    expect(Math.abs(halation!.strength / TRUE_HALATION.strength - 1)).toBeLessThan(0.2);
    expect(Math.abs(halation!.radius / TRUE_HALATION.radius - 1)).toBeLessThan(0.25);
  });

  it('shows both in the report: film and our grain side by side, and the glow by its distance', () => {
    const html = written('report.html');
    expect(html).toMatch(/<img[^>]*>[^]{0,200}The film[^]*<img[^>]*>[^]{0,200}our grain/);
    expect(html).toMatch(/halation[^]*<svg[^]*<circle/i);
  });
});
