/**
 * A stack of adjustment layers into a document: one modal scope, one entry in the history, all or nothing. The
 * layers are read back, what they do is compared with the prediction, and a host that renders otherwise gets the Curves
 * on top refitted, or such Curves put on top.
 */
import { app, type ExecutionContext, type HostDocument } from 'photoshop';
import type { AdjustmentLayer } from '../engine/adjustments';
import { validateStack } from '../engine/render/validateStack';
import { UserError } from '../engine/userError';
import { makeAdjustmentLayer, setAdjustment } from './adjustmentLayers';
import { predict } from './compareWithPrediction';
import { allLayers, bitsPerChannel, findDocument, findSupportedDocument } from './documents';
import { findFilmfitGroups, groupToReplace } from './filmfitGroups';
import { inOneStep } from './inOneStep';
import { putSelectionAside } from './keepSelection';
import {
  deleteLayer,
  groupLayers,
  maskFromSelection,
  selectLayers,
  selectNoLayers,
  setGroupOpacity,
  writeStyle,
} from './layerGroups';
import type { AppliedGroup, ApplyOptions, Verification } from './photoshopHost';
import { playCommand } from './playCommand';
import { knownProfile } from './profileNames';
import { layerWithId } from './references';
import type { HostPixels } from './readPixels';
import { closingCurves, refitClosingCurves } from './refitClosingCurves';
import { addTextureLayers, checkTextures } from './textureLayers';
import { readTiles } from './tiles';
import { verifyStack } from './verifyStack';

/**
 * @throws UserError `adjustment.…` for values that Photoshop cannot hold, `mode-not-rgb` and `depth-32` for documents
 * that must be converted first, `texture-size` for textures of another size, `document-closed`, `host-busy`, `host-refused`, `layer-values-differ`, and
 * `apply-differs` when a difference was to be rolled back; AbortError after Cancel. The document is then as before.
 */
export async function applyStack(options: ApplyOptions): Promise<AppliedGroup> {
  const { documentId, stack } = options;
  validateStack(stack);
  findSupportedDocument(documentId);
  checkTextures(documentId, options.textures ?? []);
  return inOneStep(documentId, `Filmfit: ${stack.name}`, (context) => build(context, options));
}

async function build(context: ExecutionContext, options: ApplyOptions): Promise<AppliedGroup> {
  const { documentId, stack, styleText, textures = [], purpose = 'look' } = options;
  const document = findSupportedDocument(documentId);
  const replaced = options.existing === 'replace' ? await groupToReplace(documentId, purpose) : null;
  const selection = await putSelectionAside(documentId);
  if (replaced) await playCommand({ _obj: 'hide', null: [layerWithId(replaced.groupId)] });

  const before = await readTiles(document);
  await selectNoLayers();
  const ids: number[] = [];
  for (const [index, layer] of stack.layers.entries()) {
    context.reportProgress({ value: (index + 1) / (stack.layers.length + 2) });
    ids.push(await makeAdjustmentLayer(layer));
  }
  const groupId = await groupLayers(documentId, ids, stack.name);
  const { corrections, ...verification } = await verify(context, options, before, ids);
  if (verification.verdict === 'differs' && options.ifDifferent === 'rollBack') {
    throw new UserError('apply-differs', { levels: verification.maxLevels });
  }

  if (textures.length > 0) await addTextureLayers(documentId, ids, textures);
  if (replaced) await putInPlaceOf(documentId, groupId, replaced.groupId);
  else if (purpose === 'inversion') await putBelowLooks(documentId, groupId);
  await setGroupOpacity(groupId, stack.opacity);
  await writeStyle(groupId, styleText, purpose);
  await selectLayers([groupId]);
  if (selection.hasSelection) {
    if (options.maskFromSelection) {
      await selection.restore();
      await maskFromSelection();
    }
    await selection.restore();
    await selection.finish();
  }
  return {
    documentId,
    groupId,
    groupName: stack.name,
    layerNames: [...stack.layers, ...corrections, ...textures].map(({ name }) => name),
    verification,
  };
}

/**
 * Reads the document again and, where it differs, mends the Curves on top.
 *
 * @param layerIds of the stack, bottom to top; a layer that had to be added is appended.
 * @returns also the layers that were added.
 */
async function verify(
  context: ExecutionContext,
  { documentId, stack }: ApplyOptions,
  before: readonly HostPixels[],
  layerIds: number[],
): Promise<Verification & { readonly corrections: readonly AdjustmentLayer[] }> {
  const document = findDocument(documentId);
  const predicted = predict(before, { ...stack, opacity: 100 });
  const first = verifyStack(predicted, await readTiles(document));
  if (first.verdict !== 'differs') return { ...first, corrections: [] };
  const refitted = await refitClosingCurves(context, stack, depthOf(document), profileOf(document));
  const closing = closingCurves(stack);
  if (!refitted || !closing) return { ...first, corrections: [] };
  if (app.activeDocument?.id !== documentId) app.activeDocument = document;
  const corrections = stack.layers.includes(closing) ? [] : [{ ...closing, adjustment: refitted }];
  const highestId = layerIds[layerIds.length - 1];
  if (corrections.length === 0) await setAdjustment(highestId, refitted, closing.name);
  else await selectLayers([highestId]);
  for (const layer of corrections) layerIds.push(await makeAdjustmentLayer(layer));
  const second = verifyStack(predicted, await readTiles(document));
  const beforeRefit = { maxLevels: first.maxLevels, meanLevels: first.meanLevels };
  return { ...second, beforeRefit, corrections };
}

const depthOf = (document: HostDocument): 8 | 16 => (bitsPerChannel(document) === 16 ? 16 : 8);
const profileOf = (document: HostDocument): string => knownProfile(document.colorProfileName).profileName;

/** The new group was made on top of all, where it could be verified; now it goes where the old one is. */
async function putInPlaceOf(documentId: number, groupId: number, oldGroupId: number): Promise<void> {
  const layers = allLayers(findDocument(documentId).layers);
  const group = layers.find(({ id }) => id === groupId);
  const old = layers.find(({ id }) => id === oldGroupId);
  if (group && old) await group.move(old, 'placeBefore');
  await deleteLayer(oldGroupId);
}

/** A look is made for positives: what makes one of the scan goes below it. */
async function putBelowLooks(documentId: number, groupId: number): Promise<void> {
  const looks = (await findFilmfitGroups(documentId)).filter(({ purpose }) => purpose === 'look');
  const lowest = looks[looks.length - 1];
  if (!lowest) return;
  const layers = allLayers(findDocument(documentId).layers);
  const group = layers.find(({ id }) => id === groupId);
  const look = layers.find(({ id }) => id === lowest.groupId);
  if (group && look) await group.move(look, 'placeAfter');
}
