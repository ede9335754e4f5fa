import { summarize } from '../../../src/engine/metrics/summarize';

describe('summarize', () => {
  it('counts values by their weight', () => {
    const summary = summarize(Float32Array.of(1, 2, 10), Float32Array.of(1, 3, 0));
    expect(summary).toEqual({ mean: 1.75, median: 2, p95: 2, max: 2 });
  });

  it('finds the 95th percentile of unordered values', () => {
    const values = Float32Array.from({ length: 100 }, (_, i) => (i * 37) % 100);
    expect(summarize(values)).toEqual({ mean: 49.5, median: 49, p95: 94, max: 99 });
  });

  it('refuses to summarize nothing', () => {
    expect(() => summarize(new Float32Array(0))).toThrow(RangeError);
    expect(() => summarize(Float32Array.of(1), Float32Array.of(0))).toThrow(RangeError);
  });
});
