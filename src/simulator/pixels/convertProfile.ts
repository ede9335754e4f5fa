/** Pixels from one RGB profile to another, relative colorimetric, for the profiles that the engine knows. */
import { multiplyMatrix3 } from '../../engine/color/matrix3';
import type { RgbSpaceId } from '../../engine/color/rgbSpace';
import { RGB_SPACES } from '../../engine/color/rgbSpaces';

/** Profiles by the names that Photoshop shows. */
export const PROFILE_SPACES: Readonly<Record<string, RgbSpaceId>> = {
  'sRGB IEC61966-2.1': 'srgb',
  'Adobe RGB (1998)': 'adobe-rgb',
  'Display P3': 'display-p3',
  'ProPhoto RGB': 'prophoto',
  'ITU-R BT.2020 Reference Display': 'rec2020',
};

const STEPS = 4096;

/** Converts in place; alpha stays. Pixels of unknown or equal profiles stay as they are. */
export function convertProfile(
  data: Uint8Array | Uint16Array,
  channels: 3 | 4,
  max: number,
  from: string,
  to: string,
): void {
  const source = RGB_SPACES[PROFILE_SPACES[from]];
  const target = RGB_SPACES[PROFILE_SPACES[to]];
  if (!source || !target || source === target) return;
  const [a, b, c, d, e, f, g, h, k] = multiplyMatrix3(target.fromXyzD50, source.toXyzD50);
  const decoded = Float64Array.from({ length: max + 1 }, (_, v) => source.decode(v / max));
  // Values of small linear light need finer steps than large ones: the table runs over the square root.
  const encoded = Float64Array.from({ length: STEPS + 1 }, (_, i) => target.encode((i / STEPS) ** 2));
  const encode = (linear: number): number => {
    const position = Math.sqrt(linear > 0 ? (linear < 1 ? linear : 1) : 0) * STEPS;
    const i = Math.min(STEPS - 1, position | 0);
    return Math.round(max * (encoded[i] + (position - i) * (encoded[i + 1] - encoded[i])));
  };
  for (let i = 0; i < data.length; i += channels) {
    const red = decoded[data[i]];
    const green = decoded[data[i + 1]];
    const blue = decoded[data[i + 2]];
    data[i] = encode(a * red + b * green + c * blue);
    data[i + 1] = encode(d * red + e * green + f * blue);
    data[i + 2] = encode(g * red + h * green + k * blue);
  }
}
