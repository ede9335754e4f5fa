/**
 * `npm run bench:align -- [options]`: aligns generated pairs whose true mapping is known, beside OpenCV where it is
 * installed; then pictures of different scenes, which must not be aligned; then real pairs with known homographies.
 *
 *     --n 6          pairs a level                      --levels easy,medium,hard,extreme
 *     --seed 1       of the generator                   --cases DIR    cases made elsewhere instead
 *     --unrelated 40 pairs of different scenes          --mask         score the reliability mask too
 *     --full-size    time and memory at 24 MP           --json         everything as one JSON object
 *     --no-opencv    --no-real
 */
import { parseArgs } from 'node:util';
import { generatedCases, SHARED_DATA, storedCases } from './cases';
import { measureFullSize } from './fullSize';
import type { Level } from './generate/levels';
import { LEVELS } from './generate/levels';
import type { BenchCase, CaseResult } from './measureCase';
import { meanErrorPx, measureCase } from './measureCase';
import { alignWithOpenCv, findOpenCv } from './opencv';
import { measureRealPairs } from './realPairs';
import { caseLine, realLines, summaryLines, unrelatedLines } from './tables';
import type { PeerCase } from './tables';
import type { NamedPicture, UnrelatedResult } from './unrelatedPairs';
import { measureUnrelated, reduced } from './unrelatedPairs';

const { values } = parseArgs({
  options: {
    n: { type: 'string', default: '6' },
    levels: { type: 'string', default: LEVELS.join(',') },
    seed: { type: 'string', default: '1' },
    cases: { type: 'string' },
    unrelated: { type: 'string', default: '40' },
    mask: { type: 'boolean', default: false },
    'full-size': { type: 'boolean', default: false },
    'no-opencv': { type: 'boolean', default: false },
    'no-real': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const say = (text: string): void => {
  if (!values.json) process.stdout.write(`${text}\n`);
};

const levels = LEVELS.filter((level): level is Level => values.levels.split(',').includes(level));
const perLevel = Number(values.n);
const python = values['no-opencv'] ? null : findOpenCv();
if (!python && !values['no-opencv']) say('OpenCV for Python is not installed: no peer to compare with.');
const cases = values.cases
  ? storedCases(values.cases, levels, perLevel)
  : generatedCases(levels, perLevel, Number(values.seed));
const results: CaseResult[] = [];
const peers: PeerCase[] = [];
const films: NamedPicture[] = [];
const digitals: NamedPicture[] = [];
let first: BenchCase | null = null;
for (const item of cases) {
  first ??= item;
  const result = measureCase(item, values.mask);
  results.push(result);
  if (python) peers.push(measurePeer(python, item));
  say(
    caseLine(
      result,
      peers.find(({ id }) => id === item.id),
    ),
  );
  const { id: name, scene } = item;
  films.push({ name, scene, image: reduced(item.film) });
  digitals.push({ name, scene, image: reduced(item.digital) });
}
for (const line of summaryLines(results, peers)) say(line);
if (values['full-size'] && first) {
  const { megapixels, cpuS, peakMegabytes, status } = measureFullSize(first);
  say(
    `two pictures of ${megapixels.toFixed(1)} MP, warm: ${cpuS.toFixed(2)} s CPU, ` +
      `at most ${peakMegabytes.toFixed(0)} MB of typed arrays beside them (${status})`,
  );
}
const unrelated: UnrelatedResult[] = [];
for (const result of measureUnrelated(films, digitals, Number(values.unrelated))) unrelated.push(result);
for (const line of unrelatedLines(unrelated)) say(line);
const real = values['no-real'] ? [] : measureRealPairs(SHARED_DATA);
for (const line of realLines(real)) say(line);
if (values.json) process.stdout.write(`${JSON.stringify({ results, peers, unrelated, real })}\n`);

function measurePeer(program: string, item: BenchCase): PeerCase {
  const { filmToDigital, cpuS } = alignWithOpenCv(program, item);
  const errorPx = filmToDigital ? meanErrorPx({ filmToDigital, warp: null }, item) : Infinity;
  return { id: item.id, level: item.level, errorPx, cpuS };
}
