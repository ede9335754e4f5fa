import { PANEL_EXPORTERS } from '../../src/app/exportFormats';
import { createSession } from '../../src/app/session';
import { parseCube } from '../../src/formats/cube/parseCube';
import { exportDcp } from '../../src/formats/dcp/exportDcp';
import type { ExportId } from '../../src/formats/export/exporter';
import { formatStyle } from '../../src/formats/style/formatStyle';
import { classicStack } from '../support/classicStack';
import { createFakeCompute } from '../support/fakeCompute';
import { createFakeHost } from '../support/fakeHost';
import { warmLook } from '../support/warmLook';

/** Large tables take a while where others compute too. */
jest.setTimeout(120_000);

const STYLE = { look: warmLook(), stack: classicStack() };

async function withLook() {
  const host = createFakeHost();
  host.fileToOpen = { name: 'warm.json', text: formatStyle(STYLE) };
  const session = createSession({ host, compute: createFakeCompute(), today: () => '2026-05-01' });
  await session.start();
  await session.files.openStyle();
  const { exporting, store } = session;
  return { host, exporting, store, notice: () => store.get().notices.save };
}

/** Take seconds; pp3 has a test of its own, the files themselves are held against the look in exports.test.ts. */
const LARGE: readonly ExportId[] = ['hald', 'pp3', 'psd'];

describe('the panel’s export', () => {
  it('writes every format, and says how near each file comes to the look', async () => {
    const { host, exporting, notice } = await withLook();
    for (const { id, extension, sizes } of PANEL_EXPORTERS.filter((each) => !LARGE.includes(each.id))) {
      host.saved.clear();
      exporting.chooseFormat(id);
      if (sizes.includes(17)) exporting.chooseSize(17);
      await exporting.exportLook();
      const [name] = [...host.saved.keys()];
      expect([id, name.endsWith(`.${extension}`)]).toEqual([id, true]);
      expect([id, notice()?.tone, notice()?.remedy]).toEqual([
        id,
        'positive',
        expect.stringMatching(/differs from the look by ΔE \d+\.\d\d on average/),
      ]);
    }
  });

  it('says what a format cannot hold', async () => {
    const { exporting, notice } = await withLook();
    exporting.chooseFormat('acv');
    await exporting.exportLook();
    expect(notice()?.details?.join(' ')).toContain('Only the curves along the gray axis are kept');
    expect(notice()?.showsDetails).toBe(true);
  });

  it('writes RawTherapee’s profile and its Hald picture into one folder, by its path on Windows', async () => {
    const { host, exporting, notice } = await withLook();
    exporting.chooseFormat('pp3');
    await exporting.exportLook();
    expect([...host.saved.keys()]).toEqual(['Warm 400.pp3', 'Warm 400 sRGB.png']);
    // A key file reads “\\” as one backslash.
    expect(host.saved.get('Warm 400.pp3')).toContain('ClutFilename=C:\\\\Looks\\\\Warm 400 sRGB.png');
    expect(notice()?.title).toContain('“Warm 400.pp3” and “Warm 400 sRGB.png”');
  });

  it('takes the size that was chosen for the format, and the settings’ where none was', async () => {
    const { host, exporting } = await withLook();
    exporting.chooseSize(17);
    exporting.chooseFormat('hald');
    exporting.chooseFormat('cube');
    await exporting.exportLook();
    expect(parseCube(host.saved.get('Warm 400.cube') ?? '').lattice?.size).toBe(17);
    exporting.chooseFormat('json');
    await exporting.exportLook();
    expect(JSON.parse(host.saved.get('Warm 400.json') ?? '')).toMatchObject({ lut: { size: 33 } });
  });

  it('makes a table for pictures in another space, and says so', async () => {
    const { host, exporting, notice } = await withLook();
    exporting.chooseSpace('prophoto');
    await exporting.exportLook();
    expect(host.saved.get('Warm 400.cube')).toContain('ProPhoto');
    expect(notice()?.remedy).toContain('Made for pictures in ProPhoto RGB.');
    expect(notice()?.details?.join(' ')).toContain('learned in sRGB');
    exporting.chooseFormat('acv');
    await exporting.exportLook();
    expect(notice()?.remedy).toContain('Made for pictures in sRGB.');
    exporting.chooseFormat('icc-abstract');
    await exporting.exportLook();
    expect(notice()?.remedy).toContain('pictures in any space');
  });

  it('makes a camera profile from the one that is chosen', async () => {
    const { host, exporting, store, notice } = await withLook();
    const base = exportDcp(STYLE).content as Uint8Array;
    host.filesToOpen = [{ name: 'Camera.dcp', text: async () => '', bytes: async () => base }];
    exporting.chooseFormat('dcp');
    await exporting.exportLook();
    expect(notice()?.details?.join(' ')).toContain('generic camera');
    await exporting.chooseBaseDcp();
    expect(store.get().exportChoices.baseDcp?.fileName).toBe('Camera.dcp');
    await exporting.exportLook();
    expect(notice()?.details?.join(' ')).not.toContain('generic camera');
  });
});
