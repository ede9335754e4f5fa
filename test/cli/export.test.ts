/** filmfit export: every format that it offers, and names that are no file names. Other programs: test/formats/exports. */
import fs from 'node:fs';
import { EXPORTERS } from '../../src/formats/export/exporters';
import { formatStyle } from '../../src/formats/style/formatStyle';
import { callCli } from '../support/callCli';
import { classicStack } from '../support/classicStack';
import { temporaryFolder } from '../support/temporaryFolder';
import { warmLook } from '../support/warmLook';

jest.setTimeout(60_000);

const folder = temporaryFolder();

interface Report {
  readonly format: string;
  readonly companion?: string;
  readonly bytes: number;
  readonly roundTrip: { readonly deltaE2000: Readonly<Record<'mean' | 'median' | 'p95' | 'max', number>> };
  readonly losses: readonly string[];
}

/** Letters of two and three bytes, half a character, markup, a path, a line end and a NUL. */
const NAMES = ['Wärme 富士 400', '\ud800<b a="1">&\'../../x\\\n\0\uffff'];

beforeAll(() => {
  NAMES.forEach((name, i) => {
    const look = warmLook({ name, halation: { strength: 0.05, radius: 0.01, tint: [1, 0.3, 0] } });
    fs.writeFileSync(folder.path(`style-${i}.filmfit`), formatStyle({ look, stack: classicStack({ name }) }));
  });
});

async function written(id: string, extension: string, style: number, ...more: readonly string[]) {
  const file = folder.path(`${id}-${style}.${extension}`);
  const from = folder.path(`style-${style}.filmfit`);
  const result = await callCli(['export', from, '--to', id, '--out', file, '--json', ...more]);
  expect([id, result.exitCode, result.stderr]).toEqual([id, 0, '']);
  return { file, report: JSON.parse(result.stdout) as Report };
}

describe('filmfit export', () => {
  it.each(EXPORTERS.map(({ id, extension }) => [id, extension] as const))(
    '--to %s writes the file, and says how near it is and what it cannot say',
    async (id, extension) => {
      const { file, report } = await written(id, extension, 0);
      expect(report.format).toBe(id);
      expect(report.bytes).toBe(fs.statSync(file).size);
      if (report.companion) expect(fs.statSync(report.companion).size).toBeGreaterThan(0);
      const { mean, median, p95, max } = report.roundTrip.deltaE2000;
      expect([mean, median, p95, max].every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
      const saysSo = (loss: string): boolean => loss.startsWith('Grain and halation stay behind');
      expect(report.losses.some(saysSo)).toBe(id !== 'filmfit');
      // A difference that can be seen has a reason, in words.
      if (mean > 0.2) expect(report.losses.length).toBeGreaterThan(1);
    },
  );

  it.each(['cube', 'dcp', 'xmp-preset', 'costyle', 'pp3-curves', 'acv', 'psd', 'actionjson', 'icc-abstract'])(
    '--to %s takes any name of a look',
    async (id) => {
      const { file } = await written(
        id,
        EXPORTERS.find((exporter) => exporter.id === id)?.extension ?? '',
        1,
      );
      const text = fs.readFileSync(file, 'utf8');
      if (id === 'xmp-preset' || id === 'costyle') expect(text).toContain('&lt;b a=&quot;1&quot;&gt;&amp;');
      if (id === 'cube') expect(text).toMatch(/^[\x20-\x7e\n]+$/);
      if (id === 'actionjson') expect(() => JSON.parse(text) as unknown).not.toThrow();
    },
  );
});
