/** Progress on stderr: one line that rewrites itself in a terminal, one line a stage elsewhere. */
import { lookUp } from '../app/lookUp';
import { TEXTS } from '../app/texts';
import type { Step } from '../engine/task';
import type { CliContext } from './context';

const BAR_WIDTH = 24;

export interface Progress {
  readonly show: (step: Step) => void;
  /** Ends the line. */
  readonly end: () => void;
}

export function createProgress({ stderr, isTerminal }: CliContext): Progress {
  let shown = '';
  return {
    show({ stage, fraction }) {
      const label = lookUp(TEXTS.stages, stage) ?? TEXTS.stages.all;
      if (!isTerminal) {
        if (label !== shown) stderr(`${label}…\n`);
        shown = label;
        return;
      }
      const filled = Math.round(BAR_WIDTH * fraction);
      const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled);
      const line = `${bar} ${String(Math.round(100 * fraction)).padStart(3)} %  ${label}`;
      if (line !== shown) stderr(`\r\x1b[2K${line}`);
      shown = line;
    },
    end() {
      if (isTerminal && shown !== '') stderr('\r\x1b[2K');
      shown = '';
    },
  };
}
