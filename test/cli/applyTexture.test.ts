/** `filmfit apply` with the film's grain and glow: as strong as asked, the same every time, and never without being asked. */
import fs from 'node:fs';
import type { GrainModel, HalationModel } from '../../src/engine/look';
import { decodeImage } from '../../src/formats/image/decodeImage';
import { encodeImage } from '../../src/formats/image/encodeImage';
import { formatStyle } from '../../src/formats/style/formatStyle';
import { callCli } from '../support/callCli';
import { classicStack } from '../support/classicStack';
import { temporaryFolder } from '../support/temporaryFolder';
import { warmLook } from '../support/warmLook';

const SIGMA = 6 / 255;
const even = new Array<number>(9).fill(SIGMA);
const GRAIN: GrainModel = {
  strength: { red: even, green: even, blue: even },
  correlation: [0.3, 0.3, 0.3],
  spectrum: [{ sigmaPx: 0.9, share: 1 }],
  sizePx: 1.8,
  analysedLongEdgePx: 240,
};
const HALATION: HalationModel = { strength: 0.1, radius: 0.02, tint: [1, 0.3, 0] };
const WIDTH = 240;
const HEIGHT = 160;
const LAMP = { left: 100, right: 140, top: 60, bottom: 100 };

const folder = temporaryFolder();

/** Result of `apply` as encoded values. */
async function applied(style: string, ...options: readonly string[]): Promise<Float64Array> {
  const out = folder.path('out.png');
  fs.rmSync(out, { force: true });
  const { exitCode, stderr } = await callCli([
    'apply',
    folder.path(style),
    folder.path('night.png'),
    '--out',
    out,
    ...options,
  ]);
  expect([exitCode, exitCode === 0 ? '' : stderr]).toEqual([0, '']);
  return Float64Array.from(decodeImage(new Uint8Array(fs.readFileSync(out)), out).data, (v) => v / 65535);
}

/** Mean and deviation of what one channel of `values` has over `plain`, left of `right`. */
function over(values: Float64Array, plain: Float64Array, channel: number, right = 60) {
  const added = Array.from({ length: HEIGHT * right }, (_, i) => {
    const at = 3 * (Math.floor(i / right) * WIDTH + (i % right)) + channel;
    return values[at] - plain[at];
  });
  const mean = added.reduce((sum, value) => sum + value, 0) / added.length;
  const squares = added.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / added.length) };
}

beforeAll(() => {
  const styles = { both: warmLook({ grain: GRAIN, halation: HALATION }), neither: warmLook() };
  for (const [name, look] of Object.entries(styles)) {
    fs.writeFileSync(folder.path(name), formatStyle({ look, stack: classicStack() }));
  }
  const data = new Uint16Array(3 * WIDTH * HEIGHT).fill(0.25 * 65535);
  for (let y = LAMP.top; y < LAMP.bottom; y++) {
    data.fill(64000, 3 * (y * WIDTH + LAMP.left), 3 * (y * WIDTH + LAMP.right));
  }
  const shape = { width: WIDTH, height: HEIGHT, channels: 3, bitDepth: 16, orientation: 1 } as const;
  fs.writeFileSync(folder.path('night.png'), encodeImage({ ...shape, data, fileType: 'png' }, 'png'));
});

describe('filmfit apply', () => {
  it('adds neither grain nor glow unless it is asked to', async () => {
    expect(await applied('both')).toEqual(await applied('neither'));
  });

  it('adds the grain that was measured, as much as is asked for, and the same every time', async () => {
    const plain = await applied('both');
    const once = await applied('both', '--grain', '1');
    const half = await applied('both', '--grain', '0.5');
    expect(await applied('both', '--grain', '1')).toEqual(once);
    for (const channel of [0, 1, 2]) {
      const { mean, deviation } = over(once, plain, channel);
      expect(Math.abs(mean)).toBeLessThan(0.1 * SIGMA);
      expect(Math.abs(deviation / SIGMA - 1)).toBeLessThan(0.1);
      expect(over(half, plain, channel).deviation / deviation).toBeCloseTo(0.5, 2);
    }
  });

  it('lets highlights glow into the dark beside them, redder than green, and blue not at all', async () => {
    const plain = await applied('both');
    const glowing = await applied('both', '--halation', '1');
    const beside = 3 * (80 * WIDTH + LAMP.left - 3);
    const [red, green, blue] = [0, 1, 2].map((c) => glowing[beside + c] - plain[beside + c]);
    expect(red).toBeGreaterThan(0.02);
    expect(green).toBeGreaterThan(0.1 * red);
    expect(green).toBeLessThan(0.6 * red);
    expect(Math.abs(blue)).toBeLessThan(0.2 * green);
    expect(Math.abs(over(glowing, plain, 0).mean)).toBeLessThan(1 / 255);
  });

  it.each([
    ['--grain', 'has no grain'],
    ['--halation', 'has no halation'],
  ])('refuses %s for a look without, and writes nothing', async (option, words) => {
    const out = folder.path('none.png');
    const { exitCode, stderr } = await callCli([
      'apply',
      folder.path('neither'),
      folder.path('night.png'),
      '--out',
      out,
      option,
      '1',
    ]);
    expect(exitCode).not.toBe(0);
    expect(stderr).toContain(words);
    expect(fs.readdirSync(folder.path('.')).filter((name) => name.startsWith('none'))).toEqual([]);
  });
});
