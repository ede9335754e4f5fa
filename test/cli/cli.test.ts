/** The command line end to end on a made-up pair: what it writes, what it prints, how it ends. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { applyHomography } from '../../src/engine/align/homography';
import type { Homography } from '../../src/engine/align/alignment';
import { decodeImage } from '../../src/formats/image/decodeImage';
import { encodeImage } from '../../src/formats/image/encodeImage';
import type { Raster } from '../../src/formats/image/raster';
import { cubeToLut3d } from '../../src/formats/cube/cubeFile';
import { parseCube } from '../../src/formats/cube/parseCube';
import { parseStyle } from '../../src/formats/style/parseStyle';
import { createRandom } from '../support/createRandom';
import { callCli } from '../support/callCli';
import { runCli, type CliResult } from '../support/runCli';
import { SYNTHETIC_HOMOGRAPHY, syntheticPair } from '../support/syntheticPair';
import { temporaryFolder } from '../support/temporaryFolder';

jest.setTimeout(300_000);

interface Measured {
  readonly deltaE2000: { readonly mean: number; readonly median: number; readonly p95: number };
}

interface MatchJson {
  readonly alignment: { readonly status: string; readonly homography: number[]; readonly errorPx: number };
  readonly before: Measured;
  readonly look: Measured;
  readonly stack: Measured & { readonly layers: string[] };
  readonly timingMs: Record<string, number>;
  readonly warnings: unknown[];
}

const folder = temporaryFolder();
const out = (): string => folder.path('look');
const FACTS = ['--stock', 'Portra 400', '--lab', 'Corner lab', '--exposure', '+1 stop'];
let match: CliResult;

function write(name: string, content: string | Uint8Array): string {
  fs.writeFileSync(folder.path(name), content);
  return folder.path(name);
}

function picture(overrides: Partial<Raster>): Raster {
  const random = createRandom(3);
  const { width = 30, height = 20, channels = 3, bitDepth = 8 } = overrides;
  const length = width * height * channels;
  const data = bitDepth === 16 ? new Uint16Array(length) : new Uint8Array(length);
  for (let i = 0; i < length; i++) data[i] = Math.floor(random() * 2 ** bitDepth);
  return { width, height, channels, bitDepth, data, orientation: 1, fileType: 'tiff', ...overrides };
}

beforeAll(async () => {
  const { film, digital } = syntheticPair();
  write('film.png', film);
  write('digital.png', digital);
  const pair = ['--film', folder.path('film.png'), '--digital', folder.path('digital.png')];
  match = await runCli(['match', ...pair, '--name', 'Warm & soft', ...FACTS, '--out', out(), '--json']);
});

describe('filmfit match', () => {
  it('ends with 0 and writes six files', () => {
    expect(match.stderr).not.toContain('unexpected');
    expect(match.exitCode).toBe(0);
    expect(fs.readdirSync(out()).sort()).toEqual([
      'look.cube',
      'report.html',
      'report.json',
      'stack.json',
      'stack.psd',
      'style.json',
    ]);
  });

  it('prints one JSON object whose numbers say that the look comes nearer to the film', () => {
    const json = JSON.parse(match.stdout) as MatchJson;
    expect(json.alignment.status).toBe('ok');
    for (const measured of [json.before, json.look, json.stack]) {
      const { mean, median, p95 } = measured.deltaE2000;
      expect(mean).toBeGreaterThan(0);
      expect(median).toBeLessThanOrEqual(p95);
    }
    expect(json.look.deltaE2000.mean).toBeLessThan(json.before.deltaE2000.mean / 2);
    expect(json.stack.deltaE2000.mean).toBeLessThan(json.before.deltaE2000.mean);
    expect(Object.values(json.timingMs).every((ms) => ms >= 0)).toBe(true);
    expect(json.warnings).toEqual([]);
  });

  it('finds the viewpoint of the film at full size', () => {
    const { alignment } = JSON.parse(match.stdout) as MatchJson;
    const found = alignment.homography as unknown as Homography;
    const ONE_PIXEL = 1;
    for (const [x, y] of [
      [60, 60],
      [540, 60],
      [540, 360],
      [60, 360],
    ]) {
      const [u, v] = applyHomography(found, x, y);
      const [a, b] = applyHomography(SYNTHETIC_HOMOGRAPHY, x, y);
      expect(Math.hypot(u - a, v - b)).toBeLessThan(ONE_PIXEL);
    }
  });

  it('tells its progress on stderr', () => {
    expect(match.stderr).toContain('Laying the film over the photo');
  });

  it('writes a style with where it comes from, and a LUT and layers that say the same', () => {
    const style = parseStyle(fs.readFileSync(path.join(out(), 'style.json'), 'utf8'));
    expect(style.look.name).toBe('Warm & soft');
    const { pairs, ...facts } = style.look.provenance;
    expect(facts).toMatchObject({ stock: 'Portra 400', lab: 'Corner lab', exposure: '+1 stop' });
    expect(facts.date).toMatch(/^\d{4}-\d\d-\d\dT/);
    expect(facts.engineVersion).toMatch(/^\d+\.\d+\.\d+/);
    const film = fs.readFileSync(folder.path('film.png'));
    expect(pairs).toMatchObject([
      {
        film: 'film.png',
        digital: 'digital.png',
        filmSha256: createHash('sha256').update(film).digest('hex'),
      },
    ]);
    expect(style.thumbnail).toMatch(/^data:image\/png;base64,/);
    expect(style.metrics?.before.mean).toBeGreaterThan(0);
    const cube = parseCube(fs.readFileSync(path.join(out(), 'look.cube'), 'utf8'));
    expect(cubeToLut3d(cube, 'srgb').size).toBe(33);
    const stack = JSON.parse(fs.readFileSync(path.join(out(), 'stack.json'), 'utf8')) as {
      layers: unknown[];
    };
    expect(stack.layers.length).toBe(style.stack.layers.length);
    expect(fs.readFileSync(path.join(out(), 'stack.psd')).subarray(0, 4).toString()).toBe('8BPS');
  });

  it('writes a report that needs no network and escapes names', () => {
    const html = fs.readFileSync(path.join(out(), 'report.html'), 'utf8');
    expect(html).toContain('Warm &amp; soft');
    expect(html.match(/(?:src|href)="(?!data:)/g)).toBeNull();
    expect(html).not.toMatch(/https?:\/\//);
    expect(html).toContain('data:image/jpeg;base64,');
  });

  it('does not learn from a pair that is left out, but says how far it is off', async () => {
    const odd = decodeImage(fs.readFileSync(folder.path('film.png')), 'film.png');
    for (let i = 0; i < odd.data.length; i += 3) odd.data.subarray(i, i + 3).reverse();
    const second = [
      '--film',
      write('odd.png', encodeImage(odd, 'png')),
      '--digital',
      folder.path('digital.png'),
    ];
    const result = await runCli([
      ...['match', '--film', folder.path('film.png'), '--digital', folder.path('digital.png'), ...second],
      ...['--leave-out', '2', '--name', 'Warm & soft', '--out', folder.path('one of two'), '--json'],
    ]);
    expect(result.exitCode).toBe(0);
    const alone = parseStyle(fs.readFileSync(path.join(out(), 'style.json'), 'utf8')).look;
    const oneOfTwo = parseStyle(fs.readFileSync(folder.path('one of two/style.json'), 'utf8')).look;
    expect({ ...oneOfTwo, provenance: null }).toEqual({ ...alone, provenance: null });
    const { pairs } = JSON.parse(result.stdout) as { pairs: { residual: { mean: number } }[] };
    expect(pairs[1].residual.mean).toBeGreaterThan(5 * pairs[0].residual.mean);
  });

  it('ends with 3 for pictures of different things, says why, and leaves nothing', async () => {
    const other = write('other.png', encodeImage(picture({ width: 300, height: 200 }), 'png'));
    const target = folder.path('nothing');
    const pair = ['--film', other, '--digital', folder.path('digital.png')];
    const result = await runCli(['match', ...pair, '--out', target, '--json']);
    expect(result.exitCode).toBe(3);
    const json = JSON.parse(result.stdout) as { alignment: { status: string }; error: { exitCode: number } };
    expect(json.alignment.status).not.toBe('ok');
    expect(json.error.exitCode).toBe(3);
    expect(fs.existsSync(target)).toBe(false);
  });

  it('stops on Ctrl-C and leaves nothing', async () => {
    const target = folder.path('cancelled');
    const pair = ['--film', folder.path('film.png'), '--digital', folder.path('digital.png')];
    const result = await runCli(['match', ...pair, '--out', target], { interruptWith: 'SIGINT' });
    expect(result.exitCode).toBe(130);
    expect(result.stderr).toContain('Cancelled');
    expect(fs.readdirSync(folder.path('.')).filter((name) => name.includes('cancelled'))).toEqual([]);
  });
});

describe('filmfit align', () => {
  it('prints the alignment and writes the film on the pixels of the photo', async () => {
    const file = folder.path('warped.png');
    const pair = ['--film', folder.path('film.png'), '--digital', folder.path('digital.png')];
    const result = await runCli(['align', ...pair, '--json', '--out', file]);
    expect(result.exitCode).toBe(0);
    const json = JSON.parse(result.stdout) as Record<string, unknown>;
    expect(json).toMatchObject({ status: 'ok', filmSize: [600, 420], digitalSize: [600, 420] });
    expect(Object.keys(json)).toEqual(
      expect.arrayContaining(['homography', 'errorPx', 'inliers', 'overlap', 'confidence', 'status']),
    );
    const warped = decodeImage(fs.readFileSync(file), file);
    expect([warped.width, warped.height, warped.channels]).toEqual([600, 420, 4]);
    // The film does not reach the upper left corner of the photo.
    expect(warped.data[3]).toBe(0);
    expect(warped.data[4 * (210 * 600 + 300) + 3]).toBe(255);
  });

  it('takes points that were placed by hand', async () => {
    const corners = [
      [60, 50],
      [540, 60],
      [300, 380],
    ];
    const points = corners.map(([x, y]) => {
      const [u, v] = applyHomography(SYNTHETIC_HOMOGRAPHY, x, y);
      return { film: { x, y }, digital: { x: u + 3, y: v } };
    });
    const file = write('points.json', JSON.stringify(points));
    const pair = ['--film', folder.path('film.png'), '--digital', folder.path('digital.png')];
    const result = await runCli(['align', ...pair, '--points', file, '--polarity', 'positive', '--json']);
    expect(result.exitCode).toBe(0);
    const json = JSON.parse(result.stdout) as { points: { residualsPx: number[]; isRefined: boolean } };
    expect(json.points.isRefined).toBe(true);
    for (const residual of json.points.residualsPx) expect(Math.abs(residual - 3)).toBeLessThan(0.5);
  });

  it('says what is wrong with a file of points', async () => {
    const file = write('two-points.json', JSON.stringify([]));
    const pair = ['--film', folder.path('film.png'), '--digital', folder.path('digital.png')];
    const result = await callCli(['align', ...pair, '--points', file]);
    expect(result.exitCode).not.toBe(0);
    expect(result.stderr).toContain('3 to 8 point pairs');
  });
});

describe('filmfit evaluate', () => {
  it('prints differences and distributions before and after', async () => {
    const pair = ['--film', folder.path('film.png'), '--digital', folder.path('digital.png')];
    const result = await runCli(['evaluate', path.join(out(), 'style.json'), ...pair, '--json']);
    expect(result.exitCode).toBe(0);
    type Side = Measured & {
      deltaE76: Measured['deltaE2000'];
      deltaEOk: Measured['deltaE2000'];
      emd: { L: number; a: number; b: number };
      toneCurve: number;
      ssim: number;
      regions: { region: string; share: number }[];
    };
    const { before, after } = JSON.parse(result.stdout) as { before: Side; after: Side };
    expect(after.deltaE2000.mean).toBeLessThan(before.deltaE2000.mean / 2);
    expect(after.deltaE76.p95).toBeLessThan(before.deltaE76.p95);
    expect(after.emd.L).toBeLessThan(before.emd.L);
    expect(Object.keys(after.emd)).toEqual(['L', 'a', 'b']);
    expect(after.deltaEOk.mean).toBeLessThan(before.deltaEOk.mean);
    expect(after.toneCurve).toBeLessThan(before.toneCurve);
    expect(after.ssim).toBeGreaterThan(before.ssim);
    expect(after.regions.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 1);
  });
});

describe('filmfit apply', () => {
  const style = (): string => path.join(out(), 'style.json');
  const profile = Uint8Array.from({ length: 400 }, (_, i) => i & 0xff);

  it.each(['tiff', 'png'] as const)('keeps depth, profile and orientation of a 16-bit %s', async (type) => {
    const source = picture({ bitDepth: 16, orientation: 6, iccProfile: profile });
    const input = write(`in.${type}`, encodeImage(source, type));
    const file = folder.path(`out.${type}`);
    const result = await callCli(['apply', style(), input, '--out', file]);
    expect(result.exitCode).toBe(0);
    // A profile that is no profile is kept, and warned about.
    expect(result.stderr).toContain('color profile');
    const applied = decodeImage(fs.readFileSync(file), file);
    expect([applied.bitDepth, applied.orientation]).toEqual([16, 6]);
    expect(applied.iccProfile).toEqual(profile);
    expect(Buffer.compare(Buffer.from(applied.data.buffer), Buffer.from(source.data.buffer))).not.toBe(0);
  });

  it('keeps profile and orientation of a JPEG, and renders the layers when asked to', async () => {
    const input = write('in.jpg', encodeImage(picture({ orientation: 8, iccProfile: profile }), 'jpeg'));
    const file = folder.path('out.jpg');
    const result = await callCli(['apply', style(), input, '--out', file, '--as', 'stack', '--json']);
    expect(result.exitCode).toBe(0);
    expect(JSON.parse(result.stdout)).toMatchObject({ as: 'stack', bitDepth: 8 });
    const applied = decodeImage(fs.readFileSync(file), file);
    expect(applied.orientation).toBe(8);
    expect(applied.iccProfile).toEqual(profile);
  });

  it('changes nothing at strength 0', async () => {
    const source = picture({ bitDepth: 16, channels: 4 });
    const input = write('plain.tif', encodeImage(source, 'tiff'));
    const file = folder.path('same.tif');
    expect((await callCli(['apply', style(), input, '--out', file, '--strength', '0'])).exitCode).toBe(0);
    expect(Buffer.from(decodeImage(fs.readFileSync(file), file).data.buffer)).toEqual(
      Buffer.from(source.data.buffer),
    );
  });
});

describe('filmfit export', () => {
  it('writes a LUT of the size asked for and says how near to the look it is', async () => {
    const file = folder.path('small.cube');
    const style = path.join(out(), 'style.json');
    const result = await callCli(['export', style, '--to', 'cube', '--size', '17', '--out', file, '--json']);
    expect(result.exitCode).toBe(0);
    const json = JSON.parse(result.stdout) as { roundTrip: Measured };
    const JUST_VISIBLE = 1;
    expect(json.roundTrip.deltaE2000.mean).toBeLessThan(JUST_VISIBLE);
    expect(parseCube(fs.readFileSync(file, 'utf8')).lattice?.size).toBe(17);
  });
});

describe('exit codes', () => {
  const style = (): string => path.join(out(), 'style.json');

  it('is 0 for help', async () => {
    expect(await runCli(['--help'])).toMatchObject({ exitCode: 0, stderr: '' });
    const help = await callCli(['match', '--help']);
    expect(help.exitCode).toBe(0);
    expect(help.stdout).toContain('--film2');
  });

  it.each([
    ['no command', [], 'No command'],
    ['an unknown command', ['develop'], '“develop”'],
    ['a missing option', ['match', '--film', 'a.tif', '--digital', 'b.tif'], '--out is missing'],
    [
      'half a pair',
      ['match', '--film', 'a', '--digital', 'b', '--film2', 'c', '--out', 'd'],
      '--digital2 is missing',
    ],
    [
      'a frame to match that there is not',
      ['match', '--film', 'a', '--digital', 'b', '--match-frame', '2', '--out', 'd'],
      '--match-frame names pair 1',
    ],
    ['an unknown option', ['align', '--film', 'a', '--digital', 'b', '--fast'], '--fast'],
    ['a strength out of range', ['apply', 's', 'i', '--out', 'o.tif', '--strength', '1.5'], '0 to 1'],
    ['an unknown output', ['apply', 's', 'i', '--out', 'o.gif'], '.tif, .png or .jpg'],
    ['an unknown format', ['export', 's', '--to', 'lut', '--out', 'o'], 'cube'],
    ['a LUT for log footage', ['export', 's', '--to', 'cube-log', '--out', 'o'], 'Rec. 709'],
  ])('is 2 for %s', async (_, args, message) => {
    const result = await callCli(args);
    expect(result.exitCode).toBe(2);
    expect(result.stderr).toContain(message);
    expect(result.stdout).toBe('');
  });

  it('is 4 for files that are missing, damaged or of another kind, and names them', async () => {
    const cutOff = write('cut-off.png', fs.readFileSync(folder.path('film.png')).subarray(0, 5000));
    const cases = [
      [
        'match',
        '--film',
        folder.path('none.tif'),
        '--digital',
        folder.path('digital.png'),
        '--out',
        folder.path('x'),
      ],
      ['align', '--film', cutOff, '--digital', folder.path('digital.png')],
      ['apply', folder.path('digital.png'), folder.path('digital.png'), '--out', folder.path('x.tif')],
      ['apply', style(), folder.path('digital.png'), '--out', folder.path('no-folder/x.tif')],
    ];
    const names = ['none.tif', 'cut-off.png', 'digital.png', 'no-folder'];
    for (const [i, args] of cases.entries()) {
      const result = await callCli([...args, '--json']);
      expect(result.exitCode).toBe(4);
      expect(result.stderr).toContain(names[i]);
      expect(JSON.parse(result.stdout)).toMatchObject({ error: { exitCode: 4 } });
    }
    expect(fs.existsSync(folder.path('x'))).toBe(false);
    expect(fs.existsSync(folder.path('x.tif'))).toBe(false);
  });
});
