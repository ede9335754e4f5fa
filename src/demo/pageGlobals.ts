/**
 * Browser classes that the page around the panel needs and UXP lacks: taken here, when the page loads, because
 * `?strict` hides them from everything that runs later.
 */
export const PageImageData = globalThis.ImageData;
export const PageMutationObserver = globalThis.MutationObserver;
