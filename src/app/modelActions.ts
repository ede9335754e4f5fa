/** How colors become a look: which model, and how each does on colors that it has not seen. */
import type { ModelId } from '../engine/fit/alternatives/regressor';
import type { SessionContext } from './context';
import type { LongWork } from './longWork';
import { onlyPictures } from './onlyPictures';

export interface ModelActions {
  /** From now on; pictures that are matched already are matched again. */
  choose(model: ModelId): void;
  /** Teaches every model all scenes but one, or most colors of the only one, and measures it on what it was not taught. */
  compare(): Promise<void>;
}

export interface ModelHooks {
  readonly work: LongWork;
  readonly setModel: (model: ModelId) => void;
  readonly matchAgain: () => void;
}

export function createModelActions(
  { compute, store }: SessionContext,
  { work, setModel, matchAgain }: ModelHooks,
): ModelActions {
  return {
    choose(model) {
      const { evidence, style } = store.get();
      setModel(model);
      if (evidence && style?.origin === 'match' && evidence.model !== model) matchAgain();
    },
    async compare() {
      const { evidence } = store.get();
      if (evidence === null) return;
      const pairs = [...evidence.otherPairs, onlyPictures(evidence)];
      const scores = await work.run('match', async (signal, show) => {
        show('compare', 0);
        const onProgress = (step: { stage: string; fraction: number }) => show(step.stage, step.fraction);
        return compute.run('scoreModels', pairs, { signal, onProgress });
      });
      if (scores && store.get().evidence === evidence) store.set({ modelScores: scores.output });
    },
  };
}
