import fs from 'node:fs';
import path from 'node:path';
import { judgePsd } from '../../../bench/psd/judgePsd';
import { itWithShared } from '../../support/shared';

const TIMEOUT_MS = 120_000;

/** Worst errors and exact shares, kind by kind, over the files of the named folder. */
function judgeFolder(folder: string): Map<string, { pixels: number; exact: number; max: number }> {
  const totals = new Map<string, { pixels: number; exact: number; max: number }>();
  for (const name of fs.readdirSync(folder).filter((file) => file.endsWith('.psd'))) {
    for (const [variant, errors] of judgePsd(fs.readFileSync(path.join(folder, name))).variants) {
      const total = totals.get(variant) ?? { pixels: 0, exact: 0, max: 0 };
      totals.set(variant, {
        pixels: total.pixels + errors.pixels,
        exact: total.exact + errors.exact,
        max: Math.max(total.max, errors.max),
      });
    }
  }
  return totals;
}

describe('files that Photoshop saved', () => {
  itWithShared(
    'look as Photoshop shows them',
    'data/psd/psd2svg/adjustments',
    (folder) => {
      const totals = judgeFolder(folder);
      for (const variant of [
        'curves',
        'colorBalance.luminosity',
        'colorBalance.plain',
        'hueSaturation.master',
      ]) {
        expect({ variant, max: totals.get(variant)?.max }).toEqual({ variant, max: 0 });
      }
      const levels = totals.get('levels');
      expect(levels?.exact).toBe(levels?.pixels);
      expect(totals.get('hueSaturation.colorize')?.max).toBeLessThanOrEqual(1);
    },
    TIMEOUT_MS,
  );

  itWithShared(
    'keep groups, masks, clipping and partial transparency exact',
    'data/psd/psd-tools/adjustments/adjustment_nested_composition_1.psd',
    (file) => {
      for (const name of [1, 2, 3].map((i) => `adjustment_nested_composition_${i}.psd`)) {
        const { variants, partial } = judgePsd(fs.readFileSync(path.join(path.dirname(file), name)));
        expect({ name, max: partial.max }).toEqual({ name, max: 0 });
        for (const errors of variants.values()) expect({ name, max: errors.max }).toEqual({ name, max: 0 });
      }
    },
    TIMEOUT_MS,
  );
});
