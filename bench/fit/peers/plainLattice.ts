/** The smooth lattice against identity, on binned samples: the strongest of the simple methods. */
import { binSamples } from '../../../src/engine/fit/binSamples';
import { METRIC_VALUES, createColorMetric } from '../../../src/engine/fit/colorMetric';
import { fitSmoothLattice } from '../../../src/engine/fit/smoothLattice';
import { runToEnd } from '../../../src/engine/task';
import { applyTruthLook } from '../truthLook';
import type { Peer } from './peer';

export const plainLattice: Peer = {
  name: 'plain lattice 17³',
  fit(pairs) {
    const bins = binSamples(pairs);
    const metricAt = createColorMetric(bins.space);
    const metric = new Float64Array(METRIC_VALUES * bins.count);
    for (let i = 0; i < bins.count; i++) {
      metricAt(bins.film[3 * i], bins.film[3 * i + 1], bins.film[3 * i + 2], metric, METRIC_VALUES * i);
    }
    const { size, offsets } = runToEnd(
      fitSmoothLattice({
        count: bins.count,
        at: bins.digital,
        offset: bins.film.map((value, i) => value - bins.digital[i]),
        weight: bins.weight,
        metric,
      }),
    );
    const lattice = { name: 'plain', size, values: Float32Array.from(offsets) };
    return (source, target, count) => {
      const added = new Float32Array(3 * count);
      applyTruthLook(lattice, source, added, count);
      for (let i = 0; i < 3 * count; i++) target[i] = source[i] + added[i];
    };
  },
};
