/** The plugin's entry: Photoshop below, the panel above, the session between. */
import { createRoot } from 'react-dom/client';
import { createSession } from './app/session';
import { createInlineCompute } from './compute/inlineCompute';
import { createWorkerCompute } from './compute/workerCompute';
import { Panel } from './panel/Panel';
import { SessionProvider } from './panel/sessionContext';
import { createPhotoshopHost } from './photoshop/createPhotoshopHost';
import { registerEntrypoints } from './photoshop/registerEntrypoints';
import { checkThisPhotoshop } from './photoshop/selfTest/runSelfTest';

/** UXP has no worker threads; a browser page around this bundle has, and puts the script beside itself. */
const compute =
  typeof Worker === 'function'
    ? createWorkerCompute(() => new Worker('computeWorker.js'))
    : createInlineCompute();

const session = createSession({ host: createPhotoshopHost(), compute });

registerEntrypoints({
  createPanel(root) {
    createRoot(root).render(
      <SessionProvider value={session}>
        <Panel />
      </SessionProvider>,
    );
    void session.start();
  },
  commands: {
    matchOpenPair: async () => {
      await session.start();
      await session.matching.match();
    },
    applyLastStock: () => session.applying.apply(),
    checkPhotoshop: async () => {
      await checkThisPhotoshop();
    },
  },
});
