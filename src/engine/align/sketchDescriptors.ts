/**
 * Binary sketches of descriptors: 128 bits, bit i set where element i exceeds the descriptor's own mean. Their Hamming
 * distance preselects the few candidates whose exact distance is worth computing. Permuting a descriptor permutes its
 * sketch in the same way.
 */
import { DESCRIPTOR_LENGTH } from './features';

/** 4 words a descriptor. */
export function sketchDescriptors(descriptors: Float32Array): Int32Array {
  const count = descriptors.length / DESCRIPTOR_LENGTH;
  const sketches = new Int32Array(4 * count);
  for (let n = 0; n < count; n++) {
    const start = n * DESCRIPTOR_LENGTH;
    let mean = 0;
    for (let i = 0; i < DESCRIPTOR_LENGTH; i++) mean += descriptors[start + i];
    mean /= DESCRIPTOR_LENGTH;
    for (let word = 0; word < 4; word++) {
      let bits = 0;
      for (let i = 0; i < 32; i++) {
        if (descriptors[start + 32 * word + i] > mean) bits |= 1 << i;
      }
      sketches[4 * n + word] = bits;
    }
  }
  return sketches;
}
