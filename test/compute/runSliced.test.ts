import { runSliced } from '../../src/compute/runSliced';
import type { Task } from '../../src/engine/task';

/** A task of `steps` steps, each of which takes `stepMs` on the clock that the returned `nowMs` shows. */
function timedTask(steps: number, stepMs: number) {
  let now = 0;
  const log: string[] = [];
  function* task(): Task<number> {
    try {
      for (let i = 0; i < steps; i++) {
        now += stepMs;
        yield { stage: i < steps / 2 ? 'first' : 'second', fraction: i / steps };
      }
      return 42;
    } finally {
      log.push('closed');
    }
  }
  return { task: task(), nowMs: () => now, log };
}

describe('runSliced', () => {
  it('gives back what the task returns', async () => {
    const { task, nowMs } = timedTask(10, 1);
    const { value } = await runSliced(task, { sliceMs: 100, pause: async () => {}, nowMs });
    expect(value).toBe(42);
  });

  it('pauses each time a slice is used up', async () => {
    const { task, nowMs } = timedTask(30, 2);
    let pauses = 0;
    await runSliced(task, { sliceMs: 10, pause: async () => void pauses++, nowMs });
    expect(pauses).toBe(6);
  });

  it('adds up the time of every stage', async () => {
    const { task, nowMs } = timedTask(10, 3);
    const { timesMs } = await runSliced(task, { sliceMs: 5, pause: async () => {}, nowMs });
    expect(timesMs).toEqual({ first: 15, second: 15 });
  });

  it('reports progress that never goes back', async () => {
    const { task, nowMs } = timedTask(50, 4);
    const seen: number[] = [];
    const onProgress = (step: { fraction: number }) => void seen.push(step.fraction);
    await runSliced(task, { sliceMs: 8, pause: async () => {}, nowMs, onProgress });
    expect(seen.length).toBeGreaterThan(10);
    expect([...seen].sort((a, b) => a - b)).toEqual(seen);
  });

  it('stops at the next step after a cancel and closes the task', async () => {
    const { task, nowMs, log } = timedTask(1000, 5);
    const controller = new AbortController();
    let pauses = 0;
    const pause = async () => {
      if (++pauses === 3) controller.abort();
    };
    const run = runSliced(task, { sliceMs: 5, pause, nowMs, signal: controller.signal });
    await expect(run).rejects.toMatchObject({ name: 'AbortError' });
    expect(pauses).toBe(3);
    expect(log).toEqual(['closed']);
  });

  it('rejects with what the task throws', async () => {
    function* failing(): Task<void> {
      yield { stage: 'first', fraction: 0 };
      throw new RangeError('no samples');
    }
    await expect(runSliced(failing(), { sliceMs: 5, pause: async () => {} })).rejects.toThrow('no samples');
  });
});
