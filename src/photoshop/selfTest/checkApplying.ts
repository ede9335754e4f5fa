/** The whole way on a temporary document: apply, verify, find the group again, replace it, remove it. */
import { app, type HostDocument } from 'photoshop';
import { applyStack } from '../applyStack';
import { createColorChart } from '../colorChart';
import { findDocument } from '../documents';
import { findFilmfitGroups, removeFilmfitGroup } from '../filmfitGroups';
import type { ApplyOptions } from '../photoshopHost';
import { runModal } from '../runModal';
import { createDocumentOf } from '../temporaryDocument';
import { ARITHMETIC_CASES } from './arithmeticCases';
import type { Recorder } from './recorder';

const STYLE_TEXT = '{"check":"Größe “<&>” 写真"}';

export async function checkApplying(recorder: Recorder): Promise<void> {
  const before = app.activeDocument;
  const documentId = await runModal('Filmfit: check this Photoshop', async () => {
    const document = await createDocumentOf(createColorChart(8), '');
    return document.id;
  });
  try {
    await tryOut(recorder, documentId);
  } finally {
    await runModal('Filmfit: check this Photoshop', async () => {
      await findDocument(documentId).closeWithoutSaving();
      if (before) app.activeDocument = before;
    });
  }
}

async function tryOut(recorder: Recorder, documentId: number): Promise<void> {
  const used = ['curves', 'hue/saturation, master', 'color balance, luminosity preserved'];
  const layers = ARITHMETIC_CASES.filter(({ layer }) => used.includes(layer)).map(
    ({ layer, adjustment }) => ({
      name: layer,
      adjustment,
      opacity: 100,
    }),
  );
  const options: ApplyOptions = {
    documentId,
    stack: { name: 'Filmfit check', opacity: 80, layers },
    styleText: STYLE_TEXT,
    existing: 'replace',
    maskFromSelection: false,
  };
  await recorder.check('applying makes a group with its layers, in order, on top', async () => {
    const steps = stepsOf(findDocument(documentId));
    const { groupId, layerNames, verification } = await applyStack(options);
    const [group] = findDocument(documentId).layers;
    const names = Array.from(group.layers ?? []).map(({ name }) => name);
    expectEqual(group.id, groupId);
    expectEqual(names, [...layerNames].reverse());
    // A host that renders otherwise gets a correction above them.
    expectEqual(
      layerNames.slice(0, layers.length),
      layers.map(({ name }) => name),
    );
    recorder.measurements.applied = { verification, historySteps: stepsOf(findDocument(documentId)) - steps };
    expectEqual(stepsOf(findDocument(documentId)) - steps, 1);
  });
  await recorder.check('the style is found again in the metadata of the group', async () => {
    const groups = await findFilmfitGroups(documentId);
    expectEqual(
      groups.map(({ styleText }) => styleText),
      [STYLE_TEXT],
    );
  });
  await recorder.check('applying again replaces the group', async () => {
    await applyStack(options);
    expectEqual((await findFilmfitGroups(documentId)).length, 1);
    expectEqual(findDocument(documentId).layers.length, 2);
  });
  await recorder.check('the group can be removed', async () => {
    const [group] = await findFilmfitGroups(documentId);
    await removeFilmfitGroup(documentId, group.groupId);
    expectEqual(findDocument(documentId).layers.length, 1);
  });
}

const stepsOf = (document: HostDocument): number => document.historyStates.length;

function expectEqual(actual: unknown, expected: unknown): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`expected ${b}, found ${a}`);
}
