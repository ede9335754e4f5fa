/** Pictures for tests: every pixel another color, the same every time. */
import { createRandom } from './createRandom';

/** Interleaved RGB codes, 0…255: a ramp with colored noise. */
export function testPicture8(width: number, height: number, seed = 1): Uint8Array {
  const random = createRandom(seed);
  return Uint8Array.from({ length: 3 * width * height }, (_, i) => {
    const x = Math.floor(i / 3) % width;
    return Math.min(255, Math.max(0, Math.round((255 * x) / (width - 1) + 160 * (random() - 0.5))));
  });
}

/** The same in 16 bits, 0…65535, with values between the 8-bit levels. */
export function testPicture16(width: number, height: number, seed = 1): Uint16Array {
  const random = createRandom(seed + 1000);
  return Uint16Array.from(testPicture8(width, height, seed), (v) =>
    Math.min(65535, Math.max(0, Math.round(v * 257 + 256 * (random() - 0.5)))),
  );
}
