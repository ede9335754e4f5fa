import { neutralLook, type Look } from '../../src/engine/look';

/** A look that does something in every stage: warmer, softer, greens turned, and a small residual. */
export function warmLook(overrides: Partial<Look> = {}): Look {
  const neutral = neutralLook('srgb', 'Warm 400');
  const offsets = new Float32Array(3 * 5 ** 3);
  for (let i = 0; i < offsets.length; i++) offsets[i] = 0.01 * Math.sin(i);
  return {
    ...neutral,
    whiteBalance: { exposureEv: 0.1, redEv: 0.15, blueEv: -0.2 },
    tone: neutral.tone.map((value) => 0.03 + 0.94 * value ** 0.95),
    channels: { ...neutral.channels, blue: neutral.channels.blue.map((value) => 0.05 + 0.9 * value) },
    hueBands: neutral.hueBands.map((band) =>
      band.hueDeg === 120 ? { ...band, shiftDeg: 8, chroma: 0.9 } : band,
    ),
    residual: { size: 5, offsets },
    ...overrides,
  };
}
