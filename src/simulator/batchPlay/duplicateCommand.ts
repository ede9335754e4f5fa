/** duplicate: saves the selection as a channel. */
import type { Host } from '../host';
import { notAvailable, notValid, type Descriptor } from './descriptor';
import { changedDocument, references } from './targets';

export function duplicateCommand(host: Host, descriptor: Descriptor): Descriptor {
  const refs = references(descriptor);
  const document = changedDocument(host, refs);
  const { state } = document;
  if (refs[0]?._ref !== 'channel' || refs[0]._property !== 'selection') throw notValid('Duplicate');
  if (!state.selection) throw notAvailable('Duplicate');
  const name = String(descriptor.name ?? `Alpha ${state.channels.length + 1}`);
  const channels = [...state.channels, { name, coverage: state.selection }];
  host.change(document, 'Duplicate Channel', { ...state, channels });
  return { _obj: 'duplicate' };
}
