/**
 * What browsers and Node have and UXP has not. A bundle that reaches for one of these works in every test and fails
 * in Photoshop; so the simulator takes them away where the bundle runs.
 */

/** Globals that UXP lacks, or has only behind flags that our manifest does not set. */
export const MISSING_GLOBALS = [
  'Worker',
  'SharedWorker',
  'SharedArrayBuffer',
  'Atomics',
  'structuredClone',
  'TextDecoder',
  'TextDecoderStream',
  'DOMParser',
  'XMLSerializer',
  'ImageData',
  'OffscreenCanvas',
  'createImageBitmap',
  'requestIdleCallback',
  'cancelIdleCallback',
  'matchMedia',
  'MutationObserver',
  'URLSearchParams',
  'Intl',
  'WebAssembly',
  'WebGLRenderingContext',
  'WebGL2RenderingContext',
  'indexedDB',
  'alert',
  'confirm',
  'prompt',
  'queueMicrotask',
] as const;

/** Code from strings is blocked in UXP: these throw instead of being absent. */
export const BLOCKED_CODE_GENERATION = ['eval', 'Function'] as const;

/** A global object: that of a page, of a virtual machine, or of this realm. */
export type GlobalObject = Record<string, unknown>;

/**
 * Hides what UXP lacks on `target`.
 *
 * @returns the way to put everything back.
 */
export function hideMissingGlobals(
  target: GlobalObject,
  names: readonly string[] = MISSING_GLOBALS,
): () => void {
  const hidden = names
    .map((name) => ({ name, descriptor: Object.getOwnPropertyDescriptor(target, name) }))
    .filter(({ descriptor }) => descriptor?.configurable === true);
  for (const { name } of hidden) delete target[name];
  return () => {
    for (const { name, descriptor } of hidden)
      if (descriptor) Object.defineProperty(target, name, descriptor);
  };
}
