/**
 * What the features of a film picture would have been, had its tones been inverted or its emulsion side been flipped.
 * Both are permutations of the descriptor, so that nothing has to be detected again: inverting turns every gradient and
 * with them the dominant direction by 180°, which turns the cells; mirroring flips the cells' rows and the sense of turn.
 */
import type { Features } from './features';
import { DESCRIPTOR_LENGTH } from './features';
import { sketchDescriptors } from './sketchDescriptors';

export interface Hypothesis {
  readonly negative: boolean;
  readonly mirrored: boolean;
}

export const HYPOTHESES: readonly Hypothesis[] = [
  { negative: false, mirrored: false },
  { negative: true, mirrored: false },
  { negative: false, mirrored: true },
  { negative: true, mirrored: true },
];

/** Features of the inverted and/or mirrored (x → width − 1 − x) picture. */
export function permuteFeatures(features: Features, hypothesis: Hypothesis): Features {
  const { negative, mirrored } = hypothesis;
  if (!negative && !mirrored) return features;
  const order = permutation(hypothesis);
  const descriptors = new Float32Array(features.descriptors.length);
  for (let start = 0; start < descriptors.length; start += DESCRIPTOR_LENGTH) {
    for (let i = 0; i < DESCRIPTOR_LENGTH; i++)
      descriptors[start + i] = features.descriptors[start + order[i]];
  }
  return {
    ...features,
    x: mirrored ? features.x.map((x) => features.width - 1 - x) : features.x,
    angle: features.angle.map((angle) => {
      const turned = negative ? angle + Math.PI : angle;
      return mirrored ? Math.PI - turned : turned;
    }),
    descriptors,
    sketches: sketchDescriptors(descriptors),
  };
}

/** Where each element of the permuted descriptor comes from. */
function permutation({ negative, mirrored }: Hypothesis): Uint8Array {
  const order = new Uint8Array(DESCRIPTOR_LENGTH);
  for (let row = 0; row < 4; row++) {
    for (let column = 0; column < 4; column++) {
      for (let bin = 0; bin < 8; bin++) {
        // Mirroring comes after inverting; both are their own inverses and commute.
        const fromRow = negative !== mirrored ? 3 - row : row;
        const fromColumn = negative ? 3 - column : column;
        const fromBin = mirrored ? (8 - bin) % 8 : bin;
        order[(row * 4 + column) * 8 + bin] = (fromRow * 4 + fromColumn) * 8 + fromBin;
      }
    }
  }
  return order;
}
