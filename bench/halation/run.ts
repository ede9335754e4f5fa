/**
 * `npm run bench:halation -- SCENES [--fresh] [names…]`: puts halation of known strength and radius (and grain, noise, half a pixel of
 * shift) on photos, fits a look to the pair as a match does, estimates the halation, and prints what came out. With --fresh
 * on other scenes made of them, which no threshold was set on.
 */
import fs from 'node:fs';
import path from 'node:path';
import { fitLook } from '../../src/engine/fit/fitLook';
import { refineHalation } from '../../src/engine/halation/refineHalation';
import { renderHalation } from '../../src/engine/halation/renderHalation';
import { plane, rgbImage, type RgbImage } from '../../src/engine/image/rgbImage';
import { identityCurve, neutralLook, type Look } from '../../src/engine/look';
import { renderLook } from '../../src/engine/render/renderLook';
import { sampleColors } from '../../src/engine/sample/sampleColors';
import { runToEnd, type Task } from '../../src/engine/task';
import { gaussianKernelBlur } from '../fit/gaussianKernelBlur';
import { loadScene } from '../fit/loadScene';
import { seededRandom, seedOf } from '../fit/seededRandom';
import { freshScene } from './freshScene';

const CASES = [
  { strength: 0.12, radius: 0.006, green: 0.3 },
  { strength: 0.12, radius: 0.012, green: 0.2 },
  { strength: 0.06, radius: 0.006, green: 0.3 },
  { strength: 0.06, radius: 0.012, green: 0.2 },
  { strength: 0.03, radius: 0.004, green: 0.3 },
  { strength: 0.03, radius: 0.006, green: 0.3 },
  { strength: 0.03, radius: 0.012, green: 0.2 },
  { strength: 0, radius: 0.006, green: 0 },
];
const LONG_EDGE_PX = 1200;

const folder = process.argv[2];
if (!folder || !fs.existsSync(folder)) {
  process.stderr.write('usage: npm run bench:halation -- SCENES [--fresh] [names…]\n');
  process.exit(2);
}
const isFresh = process.argv.includes('--fresh');
const names = process.argv.slice(3).filter((argument) => argument !== '--fresh');
const scenes = fs
  .readdirSync(folder)
  .filter((file) => file.startsWith('val_') && file.endsWith('.png'))
  .map((file) => path.basename(file, '.png'))
  .filter((name) => names.length === 0 || names.includes(name));
process.stdout.write(`${'scene'.padEnd(15)}${'true strength, radius'.padEnd(24)}estimated\n`);
for (const name of scenes) {
  const file = path.join(folder, `${name}.png`);
  const scene = isFresh
    ? freshScene(loadScene(file, Infinity), LONG_EDGE_PX, name)
    : loadScene(file, LONG_EDGE_PX);
  for (const { strength, radius, green } of CASES) {
    const digital = noisy(scene, 1 / 255, `${name}${isFresh ? ' fresh' : ''} digital`);
    const glowing = renderHalation(scene, { strength, radius, tint: [1, green, 0] });
    const film = noisy(
      shifted(renderLook(glowing, filmLook())),
      4 / 255,
      `${name}${isFresh ? ' fresh' : ''} film`,
    );
    gaussianKernelBlur(film, 0.7);
    const reliability = plane(
      scene.width,
      scene.height,
      new Float32Array(scene.width * scene.height).fill(1),
    );
    const fitLookTo = function* (photo: RgbImage): Task<Look> {
      const samples = yield* sampleColors(photo, film, reliability);
      return (yield* fitLook([samples], { name: 'bench' })).value;
    };
    const look = runToEnd(fitLookTo(digital));
    const { value, diagnostics } = runToEnd(refineHalation({ digital, film, reliability, look }, fitLookTo));
    const facts = `glow ${diagnostics.glow.map((g) => g.toFixed(4)).join(' ')} ± ${diagnostics.uncertainty.toFixed(4)}, grown ${percent(diagnostics.growth)}, ${diagnostics.pixels} pixels`;
    const found = value
      ? `${value.strength.toFixed(4)} (${percent(value.strength / strength)}), ${value.radius.toFixed(4)} (${percent(value.radius / radius)}), green ${value.tint[1].toFixed(2)}`
      : String(diagnostics.refusal);
    process.stdout.write(
      `${name.padEnd(15)}${`${strength.toFixed(3)}, ${radius.toFixed(4)}`.padEnd(24)}${found.padEnd(58)} ${facts}\n`,
    );
  }
}

function percent(ratio: number): string {
  return `${ratio >= 1 ? '+' : ''}${(100 * (ratio - 1)).toFixed(0)} %`;
}

/** A print: more contrast, warm lights, a matrix between the layers. */
function filmLook(): Look {
  const curve = (gain: number): number[] =>
    identityCurve().map(
      (t) =>
        0.03 +
        0.94 *
          Math.min(1, (t * gain) ** 1.15 / ((t * gain) ** 1.15 + (1.02 - Math.min(1.02, t * gain)) ** 1.15)),
    );
  return {
    ...neutralLook('srgb'),
    matrix: [0.92, 0.06, 0.02, 0.03, 0.94, 0.03, 0.02, 0.08, 0.9],
    channels: { red: curve(1.01), green: curve(1), blue: curve(0.97) },
  };
}

function noisy(image: RgbImage, sigma: number, seed: string): RgbImage {
  const random = seededRandom(seedOf(seed));
  const data = image.data.map(
    (value) => Math.round(255 * Math.min(1, Math.max(0, value + sigma * random.normal()))) / 255,
  );
  return { ...image, data };
}

/** Half a pixel to the right. */
function shifted(image: RgbImage): RgbImage {
  const result = rgbImage(image.width, image.height, image.space, image.data.slice());
  for (let i = 0; i < image.data.length - 3; i++) result.data[i] = (image.data[i] + image.data[i + 3]) / 2;
  return result;
}
