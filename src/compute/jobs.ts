import { alignFilmToDigital } from '../engine/align/alignFilmToDigital';
import { hintsOf } from '../engine/align/alignInput';
import type { AlignInput } from '../engine/align/alignInput';
import { registerFilm } from '../engine/align/registerFilm';
import { estimate } from '../engine/estimate';
import { importLut } from '../engine/importLut';
import { compareModels } from '../engine/fit/alternatives/compareModels';
import type { ModelScore } from '../engine/fit/alternatives/compareModels';
import type { RegisteredPictures } from '../engine/measureStyle';
import { registerAgain } from '../engine/registerAgain';
import { compareLayers, restack } from '../engine/restack';
import type { ColorSamples } from '../engine/sample/colorSamples';
import { sampleColors } from '../engine/sample/sampleColors';
import { inStage, within, type Task } from '../engine/task';
import { surveyTexture } from '../engine/texture/surveyTexture';
import type { AlignedPair, ComputeJobs, JobName } from './protocol';

type JobTable = {
  readonly [J in JobName]: (input: ComputeJobs[J]['input']) => Task<ComputeJobs[J]['output']>;
};

/** Every job by its name in the protocol. */
export const JOBS: JobTable = {
  estimate,
  align,
  register: registerAgain,
  restack,
  compareLayers,
  scoreModels,
  importLut,
  surveyTexture,
};

function* align(pair: AlignInput): Task<AlignedPair> {
  const alignment = yield* within(alignFilmToDigital(pair, hintsOf(pair)), 0, 0.9);
  const { film, reliability } = yield* within(registerFilm(pair, alignment), 0.9, 1);
  return { alignment, registeredFilm: film, reliability };
}

function* scoreModels(pairs: readonly RegisteredPictures[]): Task<readonly ModelScore[]> {
  const samples: ColorSamples[] = [];
  for (const { digital, registeredFilm, reliability } of pairs) {
    samples.push(yield* within(sampleColors(digital, registeredFilm, reliability), 0, 0.05));
  }
  return yield* within(inStage('compare', compareModels(samples)), 0.05, 1);
}

/** Starts the job that a message names. @throws TypeError for a name that is not in the table. */
export function startJob(job: string, input: unknown): Task<unknown> {
  if (!Object.hasOwn(JOBS, job)) throw new TypeError(`There is no job named “${job}”.`);
  const start = JOBS[job as JobName] as (input: unknown) => Task<unknown>;
  return start(input);
}
