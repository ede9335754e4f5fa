/**
 * Other ways from colors to a look, to choose from and to compare with: each learns one function of the encoded cube
 * from the bins of the pairs, without stages, prior or nuisances. `fitAlternative` makes a Look of it.
 */
import type { Task } from '../../task';
import type { ColorBins } from '../colorBins';

export type AlternativeId = 'root-polynomial' | 'lab-polynomial' | 'forest' | 'mlp';
/** `film` is the staged model of fitLook. */
export type ModelId = 'film' | AlternativeId;

export const MODEL_IDS: readonly ModelId[] = ['film', 'root-polynomial', 'lab-polynomial', 'forest', 'mlp'];

/** Maps `count` interleaved encoded colors; results may leave [0, 1]. */
export type ColorFunction = (source: ArrayLike<number>, target: Float64Array, count: number) => void;

/** Learns in bounded time, the same from the same bins. */
export type Regressor = (bins: ColorBins) => Task<ColorFunction>;
