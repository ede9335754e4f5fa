/**
 * An active selection would become the mask of every new layer, and be gone. So it is put aside as a channel while
 * layers are made, and comes back afterwards.
 */
import { playCommand } from './playCommand';
import { documentWithId, property, SELECTION } from './references';

const CHANNEL_NAME = 'Filmfit selection';
const SAVED = { _ref: 'channel', _name: CHANNEL_NAME } as const;

export interface SelectionKeeper {
  readonly hasSelection: boolean;
  /** Makes it the selection again; can be called more than once. */
  restore(): Promise<void>;
  /** Removes the channel. */
  finish(): Promise<void>;
}

/** Puts the selection of the active document aside and deselects. */
export async function putSelectionAside(documentId: number): Promise<SelectionKeeper> {
  const reply = await playCommand({
    _obj: 'get',
    _target: [property('selection'), documentWithId(documentId)],
  });
  const hasSelection = reply.selection !== undefined;
  if (!hasSelection) return { hasSelection, restore: async () => undefined, finish: async () => undefined };
  await playCommand({ _obj: 'duplicate', _target: [SELECTION], name: CHANNEL_NAME });
  await playCommand({ _obj: 'set', _target: [SELECTION], to: { _enum: 'ordinal', _value: 'none' } });
  return {
    hasSelection,
    restore: async () => void (await playCommand({ _obj: 'set', _target: [SELECTION], to: SAVED })),
    finish: async () => void (await playCommand({ _obj: 'delete', _target: [SAVED] })),
  };
}
