/**
 * action.batchPlay: commands run one after the other on the active document. A command that is refused does not
 * reject: its place in the answer holds `_obj: 'error'`, and the commands after it do not run.
 */
import type { Host } from '../host';
import { HostError } from '../hostError';
import { convertModeCommand } from './convertModeCommand';
import { deleteCommand } from './deleteCommand';
import { errorItem, isDescriptor, notAvailable, notValid, Refusal, type Descriptor } from './descriptor';
import { duplicateCommand } from './duplicateCommand';
import { getCommand } from './getCommand';
import { makeCommand } from './makeCommand';
import { selectCommand, selectNoLayersCommand } from './selectCommand';
import { setCommand } from './setCommand';
import { hideCommand, showCommand } from './visibilityCommands';

type Command = (host: Host, descriptor: Descriptor) => Descriptor;

const CHANGING: Readonly<Record<string, Command>> = {
  make: makeCommand,
  set: setCommand,
  delete: deleteCommand,
  select: selectCommand,
  selectNoLayers: selectNoLayersCommand,
  duplicate: duplicateCommand,
  hide: hideCommand,
  convertMode: convertModeCommand,
  show: showCommand,
};

/** Lets a test make the n-th changing command of a kind fail. */
export interface CommandFaults {
  /** Asked before every changing command; a text refuses the command with that message. */
  refuse: ((descriptor: Descriptor) => string | null) | null;
  /** Changes a changing command before it runs: a host that rounds, or forgets a field. */
  alter: ((descriptor: Descriptor) => Descriptor) | null;
}

export function createBatchPlay(host: Host, faults: CommandFaults) {
  return async (commands: readonly unknown[], _options: unknown = {}): Promise<Descriptor[]> => {
    host.modal.throwIfCancelled();
    if (!Array.isArray(commands)) throw new TypeError('batchPlay takes a list of commands.');
    const results: Descriptor[] = [];
    for (const command of commands) {
      const result = play(host, faults, command);
      results.push(result);
      if (result._obj === 'error') break;
    }
    return results;
  };
}

function play(host: Host, faults: CommandFaults, command: unknown): Descriptor {
  try {
    if (!isDescriptor(command)) throw notValid('batchPlay');
    if (command._obj === 'get') return getCommand(host, command);
    const run = CHANGING[command._obj];
    if (!run) throw notAvailable(command._obj);
    host.requireModal(command._obj);
    const refusal = faults.refuse?.(command);
    if (refusal) throw new Refusal(refusal);
    return run(host, faults.alter?.(command) ?? command);
  } catch (error) {
    if (error instanceof Refusal) return errorItem(error);
    // Cancel is thrown, everything else that the host objects to comes back as an item.
    if (error instanceof HostError && !host.modal.cancelled)
      return errorItem(new Refusal(error.message, error.number));
    throw error;
  }
}
