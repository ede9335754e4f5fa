/** A style into a document, from the panel, from a command or from an Action. */
import type { AppliedGroup } from '../photoshop/photoshopHost';
import type { SessionContext } from './context';
import { groupName } from './groupName';
import { groupOpacity } from './look/layerOptions';
import { formatCurrentStyle, type StyleWithOptions } from './styleText';
import { TEXTS } from './texts';
import { textureLayers } from './textureLayers';

/** The global function that Photoshop calls when a recorded step is played. */
export const PLAY_METHOD = 'filmfitApplyRecordedStock';
/** Prefixed, so that the Actions panel does not take it for a property of its own. */
export const RECORDED_STYLE = 'org.filmfit.style';

export interface ApplyTarget {
  readonly documentId: number;
  readonly maskFromSelection: boolean;
  /** Keep a group of before and put the new one above it. @default false: it is replaced */
  readonly keepEarlier?: boolean;
  /** Take the layers back when Photoshop renders them otherwise than predicted. @default false */
  readonly rollBackIfDifferent?: boolean;
}

/** @throws UserError as `PhotoshopHost.applyStack` */
export async function applyStyle(
  context: SessionContext,
  { style, layerOptions }: StyleWithOptions,
  { documentId, maskFromSelection, keepEarlier = false, rollBackIfDifferent = false }: ApplyTarget,
): Promise<AppliedGroup> {
  const { host, store, today } = context;
  const name = groupName(store.get().settings.groupNaming, style.look.name, today());
  return host.applyStack({
    documentId,
    stack: { ...style.stack, name, opacity: groupOpacity(layerOptions) },
    styleText: formatCurrentStyle({ style, layerOptions }, today()),
    existing: keepEarlier ? 'add' : 'replace',
    ifDifferent: rollBackIfDifferent ? 'rollBack' : 'keep',
    maskFromSelection,
    textures: await textureLayers(context, documentId, style.look, layerOptions, !keepEarlier),
  });
}

/** The step holds the whole style: an Action does the same tomorrow, whatever becomes of the library. */
export function recordApplying({ host, today }: SessionContext, applied: StyleWithOptions): Promise<void> {
  return host.recordStep({
    name: TEXTS.apply.recordedStep(applied.style.look.name),
    methodName: PLAY_METHOD,
    info: { [RECORDED_STYLE]: formatCurrentStyle(applied, today()) },
  });
}
