/** filmfit apply on folders: names, resuming, failures; and what a style does to pictures of other spaces. */
import fs from 'node:fs';
import { RGB_SPACES } from '../../src/engine/color/rgbSpaces';
import { createLookMapper } from '../../src/engine/render/renderLook';
import { exportCamera } from '../../src/formats/icc/exportCamera';
import { formatMatrixProfile } from '../../src/formats/icc/formatMatrixProfile';
import { identifyProfile } from '../../src/formats/icc/identifyProfile';
import { decodeImage } from '../../src/formats/image/decodeImage';
import { encodeImage } from '../../src/formats/image/encodeImage';
import type { Raster } from '../../src/formats/image/raster';
import { formatStyle } from '../../src/formats/style/formatStyle';
import { classicStack } from '../support/classicStack';
import { callCli } from '../support/callCli';
import { createRandom } from '../support/createRandom';
import { matrixProfile } from '../support/matrixProfile';
import { runCli } from '../support/runCli';
import { temporaryFolder } from '../support/temporaryFolder';
import { warmLook } from '../support/warmLook';

jest.setTimeout(300_000);

const folder = temporaryFolder();
const STYLE = { look: warmLook(), stack: classicStack() };
const WIDTH = 40;
const HEIGHT = 30;

function picture(overrides: Partial<Raster> = {}): Raster {
  const random = createRandom(3);
  const data = Uint16Array.from({ length: 3 * WIDTH * HEIGHT }, () => Math.floor(random() * 65536));
  return {
    width: WIDTH,
    height: HEIGHT,
    channels: 3,
    bitDepth: 16,
    data,
    orientation: 1,
    fileType: 'tiff',
    ...overrides,
  };
}

const read = (name: string): Raster => decodeImage(fs.readFileSync(folder.path(name)), name);

beforeAll(() => {
  fs.writeFileSync(folder.path('style.filmfit'), formatStyle(STYLE));
  fs.mkdirSync(folder.path('in/roll 2'), { recursive: true });
  fs.writeFileSync(folder.path('in/a.tif'), encodeImage(picture({ orientation: 6 }), 'tiff'));
  fs.writeFileSync(folder.path('in/roll 2/b.png'), encodeImage(picture(), 'png'));
  fs.writeFileSync(folder.path('in/broken.tif'), encodeImage(picture(), 'tiff').subarray(0, 500));
  fs.writeFileSync(folder.path('in/notes.txt'), 'no picture');
});

describe('filmfit apply on a folder', () => {
  /** Results go into the very folder: a later run must not take them for pictures. */
  const OUT = 'in/done';
  const run = (...more: readonly string[]) =>
    runCli(['apply', folder.path('style.filmfit'), folder.path('in'), '--out', folder.path(OUT), ...more]);

  it('applies the look once to every picture, and tells of the broken and the missing one at the end', async () => {
    fs.writeFileSync(folder.path('list.txt'), 'gone.tif\nin/a.tif\n');
    const result = await run('--list', folder.path('list.txt'), '--jobs', '2', '--json');
    expect(result.exitCode).toBe(4);
    const json = JSON.parse(result.stdout) as { applied: object[]; failed: { file: string }[] };
    expect(json.applied).toHaveLength(2);
    const failed = ['gone.tif', 'in/broken.tif'].map((name) => folder.path(name));
    expect(json.failed.map(({ file }) => file)).toEqual(failed);
    expect(fs.readdirSync(folder.path(OUT)).sort()).toEqual(['.filmfit-apply.jsonl', 'a.tif', 'roll 2']);
    const { data } = picture();
    const expected = new Float32Array(data.length);
    createLookMapper(STYLE.look)(
      Float32Array.from(data, (v) => v / 65535),
      expected,
      WIDTH * HEIGHT,
    );
    for (const name of [`${OUT}/a.tif`, `${OUT}/roll 2/b.png`]) {
      const found = read(name);
      const LUT_OF_33_STEPS = 0.01;
      const largest = expected.reduce((most, v, i) => Math.max(most, Math.abs(v - found.data[i] / 65535)), 0);
      expect(largest).toBeLessThan(LUT_OF_33_STEPS);
    }
    expect(read(`${OUT}/a.tif`).orientation).toBe(6);
  });

  it('does not do again what is done, but does what has changed', async () => {
    fs.writeFileSync(folder.path('in/broken.tif'), encodeImage(picture(), 'tiff'));
    const again = await run();
    expect(again.exitCode).toBe(0);
    expect(again.stdout).toContain('Wrote 1 pictures');
    expect(again.stdout).toContain('2 were there already');
    const other = await run('--strength', '0.5');
    expect(other.stdout).toContain('Wrote 3 pictures');
  });

  it('never writes over an original', async () => {
    const result = await callCli([
      'apply',
      folder.path('style.filmfit'),
      folder.path('in'),
      '--out',
      folder.path('in'),
    ]);
    expect(result.exitCode).toBe(4);
    expect(result.stderr).toContain('over itself');
    expect(read('in/a.tif').data).toEqual(picture().data);
  });
});

describe('the colors of a picture', () => {
  const applyTo = async (name: string, iccProfile?: Uint8Array) => {
    fs.writeFileSync(folder.path(name), encodeImage(picture(iccProfile ? { iccProfile } : {}), 'tiff'));
    const out = folder.path(`done-${name}`);
    return callCli(['apply', folder.path('style.filmfit'), folder.path(name), '--out', out, '--json']);
  };

  it('are those of its own matrix profile, which is kept', async () => {
    const { toXyzD50, decode } = RGB_SPACES.srgb;
    const scanner = matrixProfile({
      matrix: toXyzD50,
      decode: (v) => decode(v) ** 1.1,
      description: 'Scanner',
    });
    const result = await applyTo('scanner.tif', scanner);
    expect(result.exitCode).toBe(0);
    expect(result.stdout).toContain('profile-converted');
    expect(read('done-scanner.tif').iccProfile).toEqual(scanner);
    await applyTo('plain.tif');
    expect(read('done-scanner.tif').data).not.toEqual(read('done-plain.tif').data);
  });

  it('are tagged with sRGB where they were untagged', async () => {
    await applyTo('untagged.tif');
    expect(identifyProfile(read('done-untagged.tif').iccProfile)).toMatchObject({
      space: 'srgb',
      tagged: true,
    });
  });

  it('are converted to the space of the look and back, with the profile kept', async () => {
    const profile = formatMatrixProfile('prophoto');
    const result = await applyTo('prophoto.tif', profile);
    expect(JSON.parse(result.stdout)).toMatchObject({
      space: 'prophoto',
      warnings: [{ code: 'apply-converted' }],
    });
    expect(read('done-prophoto.tif').iccProfile).toEqual(profile);
  });

  it('are refused in a profile made of tables, with a way out', async () => {
    const result = await applyTo('table.tif', exportCamera(STYLE).content as Uint8Array);
    expect(result.exitCode).toBe(4);
    expect(result.stderr).toContain('made of tables');
    expect(result.stderr).toContain('Convert the picture');
    expect(fs.existsSync(folder.path('done-table.tif'))).toBe(false);
  });
});

describe('filmfit import', () => {
  it('makes a style of a LUT, with what the user knows about it', async () => {
    const cube = folder.path('look.cube');
    const style = folder.path('style.filmfit');
    await callCli(['export', style, '--to', 'cube', '--size', '17', '--out', cube]);
    const out = folder.path('imported.filmfit');
    const result = await callCli(['import', cube, '--out', out, '--lab', 'Corner lab', '--json']);
    expect(result.exitCode).toBe(0);
    const json = JSON.parse(result.stdout) as { name: string; look: { deltaE2000: { mean: number } } };
    expect(json.name).toBe('Warm 400');
    expect(json.look.deltaE2000.mean).toBeLessThan(0.1);
    const written = JSON.parse(fs.readFileSync(out, 'utf8')) as { provenance: object };
    expect(written.provenance).toMatchObject({ importedFrom: 'look.cube', lab: 'Corner lab' });
  });
});
