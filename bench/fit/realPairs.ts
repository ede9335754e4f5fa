/**
 * Real film: two scenes of one roll of Cinestill 800T, each looked at with the look of the other, as shot and with the
 * frame's own exposure, white balance, lab correction and light field taken out. There is no truth: the film is it.
 */
import fs from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { alignFilmToDigital } from '../../src/engine/align/alignFilmToDigital';
import { registerFilm } from '../../src/engine/align/registerFilm';
import { estimateOneFrame, renderSamples } from '../../src/engine/fit/estimateOneFrame';
import { fitLook } from '../../src/engine/fit/fitLook';
import { summarizeColors } from '../../src/engine/fit/summarizeColors';
import { measureOnScene } from '../../src/engine/fit/validateLook';
import { fitLongEdge, resizeArea } from '../../src/engine/image/resizeArea';
import type { RgbImage } from '../../src/engine/image/rgbImage';
import type { DifferenceSummary } from '../../src/engine/metrics/differenceSummary';
import { createLookMapper } from '../../src/engine/render/renderLook';
import type { ColorSamples } from '../../src/engine/sample/colorSamples';
import { sampleColors } from '../../src/engine/sample/sampleColors';
import { runToEnd } from '../../src/engine/task';
import { loadImage } from '../align/loadImage';
import { SHARED_DATA } from './benchData';
import { CACHE } from './simulatedSamples';

const ANALYSIS_PX = 1200;
const SCENES = ['scooters', 'castle'] as const;

function samplesOf(scene: string): ColorSamples {
  const kept = path.join(CACHE, `${scene}.bin`);
  if (fs.existsSync(kept)) return deserialize(fs.readFileSync(kept)) as ColorSamples;
  const folder = path.join(SHARED_DATA, 'pairs/cinestill-800t');
  const read = (kind: string): RgbImage => {
    const file = fs.readdirSync(folder).find((name) => name.startsWith(`${scene}-${kind}`));
    const image = loadImage(path.join(folder, file ?? ''));
    const { width, height } = fitLongEdge(image.width, image.height, ANALYSIS_PX);
    return resizeArea(image, width, height);
  };
  const pair = { film: read('film'), digital: read('digital') };
  const alignment = runToEnd(alignFilmToDigital(pair));
  if (alignment.status !== 'ok') throw new Error(`The pair “${scene}” could not be aligned.`);
  const { film, reliability } = runToEnd(registerFilm(pair, alignment));
  const samples = runToEnd(sampleColors(pair.digital, film, reliability));
  fs.mkdirSync(CACHE, { recursive: true });
  fs.writeFileSync(kept, serialize(samples));
  return samples;
}

export interface RealPairRow {
  readonly fitted: string;
  readonly tested: string;
  readonly before: DifferenceSummary;
  readonly asShot: DifferenceSummary;
  readonly nuisancesRemoved: DifferenceSummary;
}

export function measureRealPairs(): RealPairRow[] {
  const samples = new Map(SCENES.map((scene) => [scene, samplesOf(scene)]));
  const all = [...samples.values()];
  const rows: RealPairRow[] = [];
  for (const [fitted, own] of samples) {
    const look = createLookMapper(runToEnd(fitLook([own], { name: fitted })).value);
    for (const [tested, other] of samples) rows.push({ fitted, tested, ...measureOnScene(other, look) });
  }
  const both = createLookMapper(runToEnd(fitLook(all, { name: 'both' })).value);
  for (const [tested, own] of samples) rows.push({ fitted: 'both', tested, ...measureOnScene(own, both) });
  for (const [tested, own] of samples) {
    // What the frame's own light alone explains, without any look.
    const none = createIdentity();
    const rendered = renderSamples(own, none, estimateOneFrame(own, none));
    const before = summarizeColors(own, own.digital);
    rows.push({
      fitted: 'no look',
      tested,
      before,
      asShot: before,
      nuisancesRemoved: summarizeColors(own, rendered),
    });
  }
  return rows;
}

function createIdentity(): ReturnType<typeof createLookMapper> {
  return (source, target, count) => {
    for (let i = 0; i < 3 * count; i++) target[i] = source[i];
  };
}

export function printRealPairs(rows: readonly RealPairRow[]): void {
  console.log('Real film, Cinestill 800T: mean / p95 ΔE2000 over the colors of the tested scene\n');
  console.log('| fitted to | tested on | before | with the look | with the look and the frame’s own light |');
  console.log('|---|---|---|---|---|');
  const text = ({ mean, p95 }: DifferenceSummary): string => `${mean.toFixed(2)} / ${p95.toFixed(1)}`;
  for (const { fitted, tested, before, asShot, nuisancesRemoved } of rows) {
    console.log(`| ${fitted} | ${tested} | ${text(before)} | ${text(asShot)} | ${text(nuisancesRemoved)} |`);
  }
}
