/** The same suite over every carrier of the protocol: they must not differ in anything a caller can see. */
import { createInlineCompute } from '../../src/compute/inlineCompute';
import type { Compute, ComputeReply, ComputeRequest, JobName } from '../../src/compute/protocol';
import { createRemoteCompute } from '../../src/compute/remoteCompute';
import { serveCompute } from '../../src/compute/serveCompute';
import { createThreadCompute } from '../../src/compute/threadCompute';
import { rgbImage, type ImagePair } from '../../src/engine/image/rgbImage';

/** Client and server in one thread, with messages that are cloned and delayed as a real port's are. */
function createLoopbackCompute(): Compute {
  let toServer: ((request: ComputeRequest) => void) | null = null;
  let toClient: ((reply: ComputeReply) => void) | null = null;
  serveCompute({
    post: (reply, transfer) => {
      const message = structuredClone(reply, { transfer });
      setTimeout(() => toClient?.(message), 0);
    },
    listen: (onRequest) => void (toServer = onRequest),
  });
  return createRemoteCompute({
    post: (request) => {
      const message = structuredClone(request);
      setTimeout(() => toServer?.(message), 0);
    },
    listen: (onReply) => void (toClient = onReply),
    close: () => void (toServer = null),
  });
}

/** A picture with something in it to find: blocks whose brightness a small generator chooses. */
function texturedPair(size: number): ImagePair {
  const image = rgbImage(size, size, 'srgb');
  let state = 7;
  const blocks = Array.from(
    { length: 1024 },
    () => (state = (state * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff,
  );
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      image.data.fill(blocks[(x >> 3) * 7 + (y >> 3) * 13], 3 * (y * size + x), 3 * (y * size + x) + 3);
    }
  }
  return { film: image, digital: image };
}

const CARRIERS: Record<string, () => Compute> = {
  inline: createInlineCompute,
  'message port': createLoopbackCompute,
  'worker thread': createThreadCompute,
};

describe.each(Object.entries(CARRIERS))('the %s carrier', (_, create) => {
  let compute: Compute;
  beforeAll(() => {
    compute = create();
  });
  afterAll(() => compute.dispose());

  it('aligns a picture with itself, tells its progress and times its stages', async () => {
    const fractions: number[] = [];
    const { output, timesMs } = await compute.run('align', texturedPair(240), {
      onProgress: (step) => void fractions.push(step.fraction),
    });
    expect(output.alignment.status).toBe('ok');
    expect(Object.prototype.toString.call(output.registeredFilm.data)).toBe('[object Float32Array]');
    expect(fractions.length).toBeGreaterThan(0);
    expect(Math.max(...fractions)).toBeLessThanOrEqual(1);
    expect(Object.keys(timesMs).length).toBeGreaterThan(1);
  }, 30_000);

  it('rejects with AbortError when cancelled on the way', async () => {
    const controller = new AbortController();
    const run = compute.run('align', texturedPair(480), {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(run).rejects.toMatchObject({ name: 'AbortError' });
  }, 30_000);

  it('rejects at once when the signal was aborted before', async () => {
    const run = compute.run('align', texturedPair(64), { signal: AbortSignal.abort() });
    await expect(run).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('rejects a job that does not exist', async () => {
    await expect((async () => compute.run('develop' as JobName, texturedPair(16)))()).rejects.toThrow(
      'develop',
    );
  });
});
