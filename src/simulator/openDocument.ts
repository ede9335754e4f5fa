/** One open document: what it is called, and its history. */
import { History } from './history';
import type { DocumentState } from './documentState';

export class OpenDocument {
  readonly history: History;

  constructor(
    readonly id: number,
    readonly name: string,
    state: DocumentState,
    openedBy = 'Open',
  ) {
    this.history = new History(openedBy, state);
  }

  get state(): DocumentState {
    return this.history.state;
  }
}
