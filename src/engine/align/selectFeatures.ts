import type { Features } from './features';
import { DESCRIPTOR_LENGTH } from './features';

/** The `count` features of the largest scale: the ones that grain leaves alone. */
export function coarsestFeatures(features: Features, count: number): Features {
  if (features.count <= count) return features;
  const order = Array.from({ length: features.count }, (_, i) => i)
    .sort((a, b) => features.scale[b] - features.scale[a] || a - b)
    .slice(0, count);
  const descriptors = new Float32Array(DESCRIPTOR_LENGTH * count);
  const sketches = new Int32Array(4 * count);
  order.forEach((from, to) => {
    const start = from * DESCRIPTOR_LENGTH;
    descriptors.set(features.descriptors.subarray(start, start + DESCRIPTOR_LENGTH), to * DESCRIPTOR_LENGTH);
    sketches.set(features.sketches.subarray(4 * from, 4 * from + 4), 4 * to);
  });
  const pick = (values: Float32Array): Float32Array => Float32Array.from(order, (i) => values[i]);
  return {
    count,
    x: pick(features.x),
    y: pick(features.y),
    scale: pick(features.scale),
    angle: pick(features.angle),
    descriptors,
    sketches,
    width: features.width,
    height: features.height,
  };
}
