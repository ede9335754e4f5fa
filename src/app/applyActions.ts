/** Apply: the look as one group of adjustment layers in a chosen document. */
import { isAbortError } from '../compute/abortError';
import { UserError } from '../engine/userError';
import type { AppliedGroup } from '../photoshop/photoshopHost';
import { appliedNotice } from './appliedNotice';
import { applyStyle, recordApplying } from './applyStyle';
import { attempt, notify, type SessionContext } from './context';
import { errorNotice } from './errorNotice';
import { freshStyle } from './freshStyle';
import type { BatchResult } from './state';
import { parseStyleText } from './styleText';
import { TEXTS } from './texts';

export interface ApplyActions {
  chooseTarget(documentId: number): void;
  setMaskFromSelection(on: boolean): void;
  /** Whether an earlier look stays below the new one; else it is replaced. */
  setKeepEarlier(on: boolean): void;
  /** Whether layers that Photoshop renders otherwise than predicted are taken back. */
  setRollBackIfDifferent(on: boolean): void;
  apply(): Promise<void>;
  /** To every open document that can be read, with a list of results. */
  applyToAll(): Promise<void>;
  /** Looks for groups that Filmfit made in the target document. */
  findGroups(): Promise<void>;
  removeGroup(groupId: number): Promise<void>;
  /** Takes up the look that an earlier group was made from. */
  editGroup(groupId: number): Promise<void>;
}

export interface ApplyHooks {
  /** Until the layers are those of the look as it is. */
  readonly settle: () => Promise<void>;
  readonly onStyle: () => void;
  readonly onTarget: () => void;
}

export function createApplyActions(context: SessionContext, hooks: ApplyHooks): ApplyActions {
  const { host, store } = context;

  async function applyTo(documentId: number): Promise<AppliedGroup> {
    await hooks.settle();
    const { style, layerOptions, maskFromSelection, keepEarlier, rollBackIfDifferent } = store.get();
    if (style === null) throw new UserError('no-style');
    const target = { documentId, maskFromSelection, keepEarlier, rollBackIfDifferent };
    return applyStyle(context, { style, layerOptions }, target);
  }

  async function toTarget(): Promise<void> {
    const { targetDocumentId } = store.get();
    if (targetDocumentId === null) throw new UserError('no-target');
    const applied = await applyTo(targetDocumentId);
    store.set({ applied });
    notify(context, 'apply', appliedNotice(applied));
    const { style, layerOptions } = store.get();
    if (style !== null) await recordApplying(context, { style, layerOptions });
  }

  async function toAll(): Promise<void> {
    const results: BatchResult[] = [];
    for (const { id, name, unsupported } of store.get().documents) {
      results.push(
        unsupported === null
          ? { name, ...(await resultOf(id)) }
          : { name, done: false, text: TEXTS.unsupported[unsupported] },
      );
      store.set({ batchResults: [...results] });
    }
    const done = results.filter((result) => result.done).length;
    const title = TEXTS.apply.doneAll(done, results.length);
    notify(context, 'apply', { tone: done < results.length ? 'notice' : 'positive', title });
  }

  async function resultOf(documentId: number): Promise<Omit<BatchResult, 'name'>> {
    try {
      return { done: true, text: TEXTS.apply.verdict((await applyTo(documentId)).verification) };
    } catch (error) {
      if (isAbortError(error)) throw error;
      const { title, remedy } = errorNotice(error);
      return { done: false, text: remedy ? `${title} ${remedy}` : title };
    }
  }

  async function findGroups(): Promise<void> {
    const { targetDocumentId } = store.get();
    const groups = targetDocumentId === null ? [] : await host.findFilmfitGroups(targetDocumentId);
    store.set({ groups });
  }

  async function whileApplying(action: () => Promise<void>): Promise<void> {
    if (store.get().applying) return;
    store.set({ applying: true, batchResults: null });
    await attempt(context, 'apply', action);
    store.set({ applying: false });
    await actions.findGroups();
  }

  const actions: ApplyActions = {
    chooseTarget(targetDocumentId) {
      store.set({ targetDocumentId, applied: null });
      hooks.onTarget();
      void actions.findGroups();
    },
    setMaskFromSelection: (maskFromSelection) => store.set({ maskFromSelection }),
    setKeepEarlier: (keepEarlier) => store.set({ keepEarlier }),
    setRollBackIfDifferent: (rollBackIfDifferent) => store.set({ rollBackIfDifferent }),
    apply: () => whileApplying(toTarget),
    applyToAll: () => whileApplying(toAll),
    findGroups: () => findGroups().catch(() => store.set({ groups: [] })),
    removeGroup: (groupId) =>
      whileApplying(async () => {
        const { targetDocumentId } = store.get();
        if (targetDocumentId === null) return;
        await host.removeFilmfitGroup(targetDocumentId, groupId);
        notify(context, 'apply', { tone: 'positive', title: TEXTS.apply.removed });
      }),
    editGroup: (groupId) =>
      attempt(context, 'apply', async () => {
        const group = store.get().groups.find((each) => each.groupId === groupId);
        if (!group) return;
        store.set({ ...freshStyle(parseStyleText(group.styleText, group.name)), tab: 'look' });
        hooks.onStyle();
      }),
  };
  return actions;
}
