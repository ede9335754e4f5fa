/**
 * Hue as Photoshop's 8-bit arithmetic holds it: a whole number 0…1529, 255 steps every 60°, counted from red; and a
 * pixel rebuilt from its largest value, its smallest value and that code.
 */

export const HUE_CODES = 1530;
const SECTOR = 255;

/** Hue code of an 8-bit color; 0 for grays. */
export function hueCode(red: number, green: number, blue: number): number {
  if (red >= green && green >= blue) return fraction(green - blue, red - blue);
  if (green >= red && red >= blue) return 2 * SECTOR - fraction(red - blue, green - blue);
  if (green >= blue && blue >= red) return 2 * SECTOR + fraction(blue - red, green - red);
  if (blue >= green && green >= red) return 4 * SECTOR - fraction(green - red, blue - red);
  if (blue >= red && red >= green) return 4 * SECTOR + fraction(red - green, blue - green);
  return (HUE_CODES - fraction(blue - green, red - green)) % HUE_CODES;
}

/** round(255 · middle / chroma), halves up. */
function fraction(middle: number, chroma: number): number {
  return chroma === 0 ? 0 : Math.floor((2 * middle * SECTOR + chroma) / (2 * chroma));
}

/** Writes at `target[offset…offset + 2]` the color with these extremes and hue code. Values are clipped to 0…255. */
export function writeHueColor8(
  target: Uint8Array,
  offset: number,
  max: number,
  min: number,
  code: number,
): void {
  const sector = Math.floor(code / SECTOR);
  const along = code - sector * SECTOR;
  const middle = min + (((max - min) * (sector % 2 === 0 ? along : SECTOR - along) + 127) >> 8);
  const top = clip8(max);
  const mid = clip8(middle);
  const low = clip8(min);
  target[offset] = sector === 0 || sector === 5 ? top : sector === 1 || sector === 4 ? mid : low;
  target[offset + 1] = sector === 1 || sector === 2 ? top : sector === 0 || sector === 3 ? mid : low;
  target[offset + 2] = sector === 3 || sector === 4 ? top : sector === 2 || sector === 5 ? mid : low;
}

const clip8 = (value: number): number => (value > 0 ? (value < 255 ? value : 255) : 0);
