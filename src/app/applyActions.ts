/** Apply: the look as one group of adjustment layers in a chosen document. */
import { UserError } from '../engine/userError';
import { attempt, notify, type SessionContext } from './context';
import { appliedNotice } from './appliedNotice';
import { formatCurrentStyle } from './styleText';

export interface ApplyActions {
  chooseTarget(documentId: number): void;
  setStrength(percent: number): void;
  setMaskFromSelection(on: boolean): void;
  apply(): Promise<void>;
}

export function createApplyActions(context: SessionContext): ApplyActions {
  const { host, store } = context;

  async function run(): Promise<void> {
    const { style, targetDocumentId, strength, maskFromSelection } = store.get();
    if (style === null) throw new UserError('no-style');
    if (targetDocumentId === null) throw new UserError('no-target');
    const applied = await host.applyStack({
      documentId: targetDocumentId,
      stack: { ...style.stack, opacity: strength },
      styleText: formatCurrentStyle(style, context.today()),
      existing: 'replace',
      maskFromSelection,
    });
    store.set({ applied });
    notify(context, 'apply', appliedNotice(applied));
  }

  return {
    chooseTarget: (targetDocumentId) => store.set({ targetDocumentId }),
    setStrength: (strength) => store.set({ strength }),
    setMaskFromSelection: (maskFromSelection) => store.set({ maskFromSelection }),
    async apply() {
      if (store.get().applying) return;
      store.set({ applying: true });
      await attempt(context, 'apply', run);
      store.set({ applying: false });
    },
  };
}
