/** A compute whose jobs end when the test says so. */
import { abortError } from '../../src/compute/abortError';
import type { Compute, ComputeJobs, JobName, RunOptions } from '../../src/compute/protocol';
import { NO_NUISANCES } from '../../src/engine/fit/frameNuisances';
import type { Estimation, PairEstimate } from '../../src/engine/estimation';
import { plane, rgbImage } from '../../src/engine/image/rgbImage';
import type { ProjectionDiagnostics } from '../../src/engine/project/projectLook';
import { neutralLook } from '../../src/engine/look';
import { IDENTITY_CURVE } from '../../src/engine/adjustments';

export interface FakeCompute extends Compute {
  /** The job that runs now. */
  readonly current: { job: JobName; input: unknown; options: RunOptions } | null;
  finish(output: unknown): void;
  fail(error: Error): void;
}

export function createFakeCompute(): FakeCompute {
  let current: FakeCompute['current'] = null;
  let settle: { resolve(value: unknown): void; reject(error: Error): void } | null = null;
  const compute: FakeCompute = {
    get current() {
      return current;
    },
    finish: (output) => settle?.resolve({ output, timesMs: {} }),
    fail: (error) => settle?.reject(error),
    run: (<J extends JobName>(job: J, input: ComputeJobs[J]['input'], options: RunOptions = {}) => {
      current = { job, input, options };
      return new Promise<unknown>((resolve, reject) => {
        settle = { resolve, reject };
        options.signal?.addEventListener('abort', () => reject(abortError()));
      });
    }) as unknown as Compute['run'],
    dispose() {},
  };
  return compute;
}

const summary = (mean: number) => ({ mean, median: mean, p95: 2 * mean, max: 3 * mean });

export function fakeProjection(mean: number): ProjectionDiagnostics {
  return { kind: 'classic', palette: summary(mean), pairs: null };
}

type Fields = {
  name?: string;
  alignment?: Partial<PairEstimate['alignment']>;
  after?: number;
  look?: number;
};

/** A match as the engine reports it, on pictures of 6 × 4 pixels. */
export function fakeEstimation(fields: Fields = {}): Estimation {
  const curves = {
    composite: IDENTITY_CURVE,
    red: IDENTITY_CURVE,
    green: IDENTITY_CURVE,
    blue: IDENTITY_CURVE,
  };
  return {
    status: 'ok',
    look: neutralLook('srgb', fields.name ?? 'portra'),
    stack: {
      name: fields.name ?? 'portra',
      opacity: 100,
      layers: [{ name: 'Tone', opacity: 100, adjustment: { kind: 'curves', ...curves } }],
    },
    pairs: [fakePair(fields)],
    validation: null,
    model: 'film',
    projections: [fakeProjection(0.7)],
    models: [],
    confidence: {
      coverage: { space: 'srgb', nodes: [1, 1, 1], seen: new Float32Array(1) },
      regions: [],
      clusters: [],
      uncertainty: { rounds: 0, exposureEv: 0, redEv: 0, blueEv: 0, tone: [], hueBands: [] },
      extrapolatedShares: [],
    },
    warnings: [],
  };
}

export function fakePair(fields: Fields = {}): PairEstimate {
  return {
    alignment: {
      status: 'ok',
      filmToDigital: [1, 0, 0, 0, 1, 0, 0, 0, 1],
      warp: null,
      inliers: 50,
      errorPx: 0.001,
      overlap: 0.9,
      confidence: 0.99,
      negative: false,
      mirrored: false,
      ...fields.alignment,
    },
    registeredFilm: rgbImage(6, 4, 'srgb', new Float32Array(72).fill(0.5)),
    reliability: plane(6, 4, new Float32Array(24).fill(1)),
    before: summary(8),
    look: summary(fields.look ?? 2),
    stack: summary(fields.after ?? 3),
    nuisances: NO_NUISANCES,
    residual: summary(2),
    weight: 1,
  };
}
