/** The plugin's entry: Photoshop below, the panel above, the session between. */
import { createRoot } from 'react-dom/client';
import { PLAY_METHOD } from './app/applyStyle';
import { createSession } from './app/session';
import { tellingOf } from './app/errorNotice';
import { TEXTS } from './app/texts';
import { isAbortError } from './compute/abortError';
import { createInlineCompute } from './compute/inlineCompute';
import { createWorkerCompute } from './compute/workerCompute';
import { ApplyStockDialog } from './panel/dialogs/ApplyStockDialog';
import { showDialog } from './panel/dialogs/showDialog';
import { Panel } from './panel/Panel';
import { SessionProvider } from './panel/sessionContext';
import { createPhotoshopHost } from './photoshop/createPhotoshopHost';
import { registerEntrypoints } from './photoshop/registerEntrypoints';
import { checkThisPhotoshop, runSelfTest } from './photoshop/selfTest/runSelfTest';
import { summarizeCheck } from './photoshop/selfTest/summarizeCheck';
import { showAlert } from './photoshop/showAlert';

/** UXP has no worker threads; a browser page around this bundle has, and puts the script beside itself. */
const compute =
  typeof Worker === 'function'
    ? createWorkerCompute(() => new Worker('computeWorker.js'))
    : createInlineCompute();

const session = createSession({
  host: createPhotoshopHost(),
  compute,
  checkPhotoshop: async () => summarizeCheck(await runSelfTest()),
});
const { commands } = session;

/** A command has no place in the panel to say what went wrong. */
const telling = (command: () => Promise<void>) => async (): Promise<void> => {
  try {
    await command();
  } catch (error) {
    if (!isAbortError(error)) await showAlert(tellingOf(error));
  }
};

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
    matchOpenPair: telling(commands.matchOpenPair),
    applyLastStock: telling(commands.applyLastStock),
    applyStock: telling(() =>
      commands.applyStock((stocks) =>
        showDialog(TEXTS.commands.applyStock.title, (close) => (
          <ApplyStockDialog stocks={stocks} onDone={close} />
        )),
      ),
    ),
    checkPhotoshop: telling(async () => void (await checkThisPhotoshop())),
  },
  recorded: {
    [PLAY_METHOD]: async (info) => {
      try {
        await commands.playRecorded(info);
      } catch (error) {
        throw new Error(tellingOf(error));
      }
    },
  },
});
