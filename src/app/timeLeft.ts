/** Time left from the share done, once enough is done for a guess that does not jump about. */
const MIN_FRACTION = 0.08;
const MIN_ELAPSED_MS = 1500;
const SMOOTHING = 0.3;

/** Feed it every step; it answers with milliseconds, or null while it is too early to say. */
export function createTimeLeft(nowMs: () => number): (fraction: number) => number | null {
  const startMs = nowMs();
  let smoothedEndMs: number | null = null;
  return (fraction) => {
    const now = nowMs();
    const elapsedMs = now - startMs;
    if (fraction < MIN_FRACTION || elapsedMs < MIN_ELAPSED_MS) return null;
    const endMs = startMs + elapsedMs / fraction;
    smoothedEndMs = smoothedEndMs === null ? endMs : smoothedEndMs + SMOOTHING * (endMs - smoothedEndMs);
    return Math.max(0, smoothedEndMs - now);
  };
}
