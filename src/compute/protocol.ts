/**
 * One message protocol for every carrier. A job is plain data in and plain data out; progress and cancel are messages
 * too, so that a Web Worker, a worker thread and the inline carrier behave alike.
 */
import type { AlignInput } from '../engine/align/alignInput';
import type { Alignment } from '../engine/align/alignment';
import type { EstimateInput, Estimation } from '../engine/estimation';
import type { Plane, RgbImage } from '../engine/image/rgbImage';
import type { ImportedLut, ImportLutInput } from '../engine/importLut';
import type { ModelScore } from '../engine/fit/alternatives/compareModels';
import type { RegisteredPictures } from '../engine/measureStyle';
import type { ProjectionDiagnostics } from '../engine/project/projectLook';
import type { RegisterInput } from '../engine/registerAgain';
import type { LayersInput, RestackInput, Restacked } from '../engine/restack';
import type { Step } from '../engine/task';
import type { SurveyInput, TextureSurvey } from '../engine/texture/surveyTexture';

export interface ComputeJobs {
  estimate: { input: EstimateInput; output: Estimation };
  align: { input: AlignInput; output: AlignedPair };
  /** The film on the photo again, as an earlier alignment says. */
  register: { input: RegisterInput; output: Omit<AlignedPair, 'alignment'> };
  restack: { input: RestackInput; output: Restacked };
  compareLayers: { input: LayersInput; output: readonly ProjectionDiagnostics[] };
  /** Every model on scenes held out, or on colors when there is one scene. */
  scoreModels: { input: readonly RegisteredPictures[]; output: readonly ModelScore[] };
  surveyTexture: { input: SurveyInput; output: TextureSurvey };
  importLut: { input: ImportLutInput; output: ImportedLut };
}

export interface AlignedPair {
  readonly alignment: Alignment;
  readonly registeredFilm: RgbImage;
  readonly reliability: Plane;
}

export type JobName = keyof ComputeJobs;

/** Milliseconds spent in each stage, by the stage's name. */
export type StageTimes = Readonly<Record<string, number>>;

export interface JobResult<J extends JobName> {
  readonly output: ComputeJobs[J]['output'];
  readonly timesMs: StageTimes;
}

export interface RunOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (step: Step) => void;
}

/** Runs engine jobs somewhere: in a worker, in a thread, or inline in slices. Rejects with `AbortError` when cancelled. */
export interface Compute {
  run<J extends JobName>(job: J, input: ComputeJobs[J]['input'], options?: RunOptions): Promise<JobResult<J>>;
  dispose(): void;
}

export type ComputeRequest =
  | { readonly type: 'run'; readonly id: number; readonly job: JobName; readonly input: unknown }
  | { readonly type: 'cancel'; readonly id: number };

export type ComputeReply =
  | { readonly type: 'progress'; readonly id: number; readonly step: Step }
  | { readonly type: 'done'; readonly id: number; readonly output: unknown; readonly timesMs: StageTimes }
  | { readonly type: 'cancelled'; readonly id: number }
  | {
      readonly type: 'failed';
      readonly id: number;
      readonly message: string;
      /** Set when the engine threw a UserError: errors lose their class on the way between threads. */
      readonly code?: string;
      readonly values?: Readonly<Record<string, string | number>>;
    };
