/**
 * One modal scope after another: calls that may change something, and every call of `imaging`, are allowed only
 * inside of one, and a second scope at the same time is refused by Photoshop.
 */
import { core, type ExecutionContext } from 'photoshop';
import { toUserError } from './hostErrors';

/** Seconds that Photoshop 25.10 and later wait for a scope of somebody else to end. */
const WAIT_S = 3;

let last: Promise<unknown> = Promise.resolve();

/** When all scopes that were asked for so far have ended. */
export const whenIdle = async (): Promise<void> => void (await last);

/**
 * Runs `target` in a modal scope of its own, after the scopes that were asked for earlier.
 *
 * @throws UserError `host-busy` when another plugin or a dialog is modal, `host-refused` when Photoshop
 * objects; AbortError when the user pressed Cancel.
 */
export function runModal<T>(
  commandName: string,
  target: (context: ExecutionContext) => Promise<T>,
): Promise<T> {
  const run = async (): Promise<T> => {
    let cancelled = false;
    try {
      return await core.executeAsModal(
        async (context) => {
          context.onCancel = () => {
            cancelled = true;
          };
          return target(context);
        },
        { commandName, timeOut: WAIT_S },
      );
    } catch (error) {
      throw toUserError(error, cancelled);
    }
  };
  const result = last.then(run, run);
  last = result.catch(() => undefined);
  return result;
}
