/**
 * "Filmfit: check this Photoshop": what Filmfit relies on, tried out in the user's Photoshop, and what nobody knows,
 * measured. Works on temporary documents alone and closes them. The same suite runs on the simulator.
 */
import { action, imaging } from 'photoshop';
import { host, versions } from 'uxp';
import { saveFile } from '../files';
import { runModal } from '../runModal';
import { checkApplying } from './checkApplying';
import { measureArithmetic } from './measureArithmetic';
import { measureUnknowns } from './measureUnknowns';
import { Recorder } from './recorder';
import type { ArithmeticRow, SelfTestReport } from './selfTestReport';

const COMMAND = 'Filmfit: check this Photoshop';

/** @throws UserError `host-busy`; AbortError when the user cancels. */
export async function runSelfTest(): Promise<SelfTestReport> {
  const outside = new Recorder(null);
  await outside.measure('outsideModal', whatWorksOutsideModal);
  const { arithmetic, inside } = await runModal(COMMAND, async (context) => {
    const recorder = new Recorder(context);
    context.reportProgress({ value: 0.05, commandName: COMMAND });
    const rows: ArithmeticRow[] = await measureArithmetic(context, recorder);
    context.reportProgress({ value: 0.8 });
    await measureUnknowns(context, recorder);
    return { arithmetic: rows, inside: recorder };
  });
  await checkApplying(outside);
  return {
    format: 'filmfit-photoshop-check',
    version: 1,
    host: { name: host.name, version: host.version, locale: host.uiLocale },
    plugin: versions.plugin,
    uxp: versions.uxp,
    checks: [...inside.checks, ...outside.checks],
    arithmetic,
    measurements: { ...outside.measurements, ...inside.measurements },
  };
}

/** How Photoshop says no to calls that need a modal scope. Nothing is changed: what would be made is refused. */
async function whatWorksOutsideModal(): Promise<Record<string, string>> {
  const answer = async (call: () => Promise<unknown>): Promise<string> => {
    try {
      return JSON.stringify(await call()) ?? 'done';
    } catch (error) {
      return `throws: ${error instanceof Error ? error.message : String(error)}`;
    }
  };
  return {
    createImageData: await answer(async () => {
      const data = new Uint8Array(3);
      const options = { width: 1, height: 1, components: 3, colorSpace: 'RGB' } as const;
      (await imaging.createImageDataFromBuffer(data, options)).dispose();
      return 'works';
    }),
    emptyBatchPlay: await answer(() => action.batchPlay([], {})),
  };
}

/** The command: runs the suite and asks where to save its report. @returns the name of the file, or null when cancelled. */
export async function checkThisPhotoshop(): Promise<string | null> {
  const report = await runSelfTest();
  const type = { extension: 'json', label: 'Filmfit report' };
  return saveFile(`filmfit-check-photoshop-${host.version}.json`, type, JSON.stringify(report, null, 2));
}
