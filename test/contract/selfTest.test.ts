/** The suite that runs inside a real Photoshop, on the simulated one. */
import { checkThisPhotoshop, runSelfTest } from '../../src/photoshop/selfTest/runSelfTest';
import type { SelfTestReport } from '../../src/photoshop/selfTest/selfTestReport';
import type { Simulator } from '../../src/simulator/createSimulator';
import { installSimulator } from '../support/hostModules/installedSimulator';
import { testPicture8 } from '../support/testPicture';

const openPicture = (simulator: Simulator): number =>
  simulator.openDocument({ name: 'mine.jpg', width: 8, height: 6, pixels: testPicture8(8, 6) });

describe('the check of a Photoshop', () => {
  let simulator: Simulator;
  let report: SelfTestReport;
  let before: unknown;
  let documentId: number;

  beforeAll(async () => {
    simulator = installSimulator({ hostVersion: '27.4.0', pluginVersion: '1.2.3' });
    documentId = openPicture(simulator);
    before = simulator.snapshot();
    report = await runSelfTest();
  });

  it('passes every check on a host that behaves', () => {
    expect(report.checks.length).toBeGreaterThan(40);
    expect(report.checks.filter(({ passed }) => !passed)).toEqual([]);
  });

  it('measures every kind of layer in 8 and 16 bits, exact where the host computes as the engine does', () => {
    expect(new Set(report.arithmetic.map(({ bits }) => bits))).toEqual(new Set([8, 16]));
    expect(report.arithmetic.filter(({ exactPercent }) => exactPercent === 100).length).toBeGreaterThan(30);
    expect(Math.max(...report.arithmetic.map(({ maxLevels }) => maxLevels))).toBeLessThanOrEqual(1);
  });

  it('gives a measured table of every arithmetic unknown, in both depths', () => {
    const unknowns = [
      'levels, gamma 1.62 (toe)',
      'levels, gamma 2.05 (toe)',
      'levels, gamma 4.00 (toe)',
      'color balance, positive shadows alone',
      'color balance, negative highlights alone',
      'color balance, all sliders, luminosity not preserved',
      'color balance, sliders of opposite extremes',
      'hue/saturation, one range with handles of its own',
      'hue/saturation, colorize 206°',
      'selective color, relative',
      'selective color, absolute',
      'channel mixer',
      'color lookup',
    ];
    for (const bits of [8, 16]) {
      for (const layer of unknowns) {
        const row = report.arithmetic.find((each) => each.layer === layer && each.bits === bits);
        expect([layer, row?.neutrals.map(({ length }) => length)]).toEqual([layer, [256, 256, 256]]);
      }
    }
    const toe = report.arithmetic.find(({ layer }) => layer === 'levels, gamma 1.62 (toe)');
    expect(toe?.neutrals[0].slice(0, 5)).toEqual([0, 3, 6, 9, 12]);
  });

  it('answers the open questions', () => {
    expect(report.measurements).toMatchObject({
      makeTakesValues: { curves: false, colorBalance: false, colorLookup: false },
      fractionalCurvePoints: [
        { input: 0, output: 0 },
        { input: 101, output: 90 },
        { input: 255, output: 255 },
      ],
      closestCurvePoints: { 1: true, 4: true },
      mostCurvePoints: 19,
      colorBalanceTakesPresetKind: false,
      selectionBecomesMask: true,
      applied: { historySteps: 1 },
    });
    expect(JSON.stringify(report.measurements.greenReadsBackAs)).toContain('grain');
    expect(report.measurements.targetSizes).toContainEqual(
      expect.objectContaining({ asked: 318, width: 318, height: 205, level: 1 }),
    );
  });

  it('names the versions, and nothing about the documents of the user', () => {
    expect(report).toMatchObject({ plugin: '1.2.3', host: { version: '27.4.0', locale: 'en_US' } });
    expect(JSON.stringify(report)).not.toContain('mine.jpg');
  });

  it('changes nothing and leaves nothing behind', () => {
    expect(simulator.snapshot()).toEqual(before);
    expect(simulator.historyOf(documentId).names).toEqual(['Open']);
    expect(simulator.activeDocumentId).toBe(documentId);
    expect(simulator.undisposedImageData).toBe(0);
  });

  it('shows where a host renders otherwise', async () => {
    installSimulator({ dialect: { curves: 'linear' } });
    const { arithmetic, checks } = await runSelfTest();
    const rowsOf = (layer: string): number[] =>
      arithmetic.filter((row) => row.layer === layer).map(({ maxLevels }) => maxLevels);
    expect(Math.min(...rowsOf('curves'))).toBeGreaterThan(2);
    expect(Math.max(...rowsOf('channel mixer'))).toBe(0);
    const [row] = arithmetic.filter(({ layer }) => layer === 'curves');
    const [{ color, predicted, rendered }] = row.worst;
    expect([color, predicted, rendered].map(({ length }) => length)).toEqual([3, 3, 3]);
    const distance = Math.max(...predicted.map((value, c) => Math.abs(value - rendered[c])));
    expect(distance).toBe(row.maxLevels);
    expect(checks.every(({ passed }) => passed)).toBe(true);
  });

  it('reports what a host refuses instead of giving up', async () => {
    const refusing = installSimulator();
    refusing.refuseCommands((command) =>
      JSON.stringify(command).includes('selectiveColor') ? 'no such layer' : null,
    );
    const { checks } = await runSelfTest();
    const failed = checks.filter(({ passed }) => !passed);
    expect(failed.map(({ name }) => name)).toEqual(
      expect.arrayContaining([expect.stringContaining('selective color, relative in 8 bits')]),
    );
    expect(failed.every(({ detail }) => detail?.includes('no such layer'))).toBe(true);
    expect(refusing.snapshot()).toEqual([]);
  });

  it('closes its documents when the user cancels', async () => {
    const cancelled = installSimulator();
    openPicture(cancelled);
    const untouched = cancelled.snapshot();
    cancelled.cancelAtCall(60);
    await expect(runSelfTest()).rejects.toMatchObject({ name: 'AbortError' });
    expect(cancelled.snapshot()).toEqual(untouched);
    expect(cancelled.undisposedImageData).toBe(0);
  });

  it('saves its report where the user says', async () => {
    const saving = installSimulator();
    saving.files.queueSave('');
    await expect(checkThisPhotoshop()).resolves.toBe('filmfit-check-photoshop-26.0.0.json');
    const bytes = saving.files.saved.get('filmfit-check-photoshop-26.0.0.json');
    expect(JSON.parse(new TextDecoder().decode(bytes))).toMatchObject({ format: 'filmfit-photoshop-check' });
  });
});
