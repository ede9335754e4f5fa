/** The colors of the pairs, grouped by name: how much of the scene each is, and how far it was from the film before and after. */
import { createRgbToLab } from '../color/lab';
import type { Look } from '../look';
import { COLOR_REGIONS, colorRegionIndices, type ColorRegion } from '../metrics/colorRegions';
import { deltaE2000 } from '../metrics/deltaE';
import { createLookMapper } from '../render/renderLook';
import type { ColorSamples } from '../sample/colorSamples';

export interface SceneCluster {
  readonly region: ColorRegion;
  /** Share of the trusted samples, in [0, 1]. */
  readonly share: number;
  /** Mean colors, encoded. */
  readonly digital: readonly [number, number, number];
  readonly film: readonly [number, number, number];
  /** Mean ΔE2000 of the film from the photo as it is, and with the look. */
  readonly before: number;
  readonly look: number;
}

const MIN_SHARE = 0.002;

/** @returns the clusters that occur, the largest first */
export function sceneClusters(pairs: readonly ColorSamples[], look: Look): readonly SceneCluster[] {
  const sums = COLOR_REGIONS.map(() => ({
    weight: 0,
    before: 0,
    look: 0,
    digital: [0, 0, 0] as [number, number, number],
    film: [0, 0, 0] as [number, number, number],
  }));
  const toLab = createRgbToLab(look.space);
  const map = createLookMapper(look);
  let total = 0;
  for (const { count, digital, film, weight, space } of pairs) {
    const regions = colorRegionIndices(digital, space);
    const mapped = new Float32Array(3 * count);
    map(digital, mapped, count);
    const lab = new Float64Array(9);
    for (let i = 0; i < count; i++) {
      const w = weight[i];
      if (!(w > 0)) continue;
      [digital, film, mapped].forEach((colors, k) =>
        toLab(colors[3 * i], colors[3 * i + 1], colors[3 * i + 2], lab, 3 * k),
      );
      const sum = sums[regions[i]];
      sum.weight += w;
      sum.before += w * deltaE2000(lab[0], lab[1], lab[2], lab[3], lab[4], lab[5]);
      sum.look += w * deltaE2000(lab[6], lab[7], lab[8], lab[3], lab[4], lab[5]);
      for (let c = 0; c < 3; c++) {
        sum.digital[c] += w * digital[3 * i + c];
        sum.film[c] += w * film[3 * i + c];
      }
      total += w;
    }
  }
  return sums
    .map((sum, index): SceneCluster => {
      const mean = (v: number): number => v / sum.weight;
      const [dr, dg, db] = sum.digital;
      const [fr, fg, fb] = sum.film;
      return {
        region: COLOR_REGIONS[index],
        share: sum.weight / total,
        digital: [mean(dr), mean(dg), mean(db)],
        film: [mean(fr), mean(fg), mean(fb)],
        before: mean(sum.before),
        look: mean(sum.look),
      };
    })
    .filter(({ share }) => share >= MIN_SHARE)
    .sort((a, b) => b.share - a.share);
}
