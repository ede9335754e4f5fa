/** A picture to show layers on where there is no other: grays, and all hues in two saturations from dark to bright. */
import type { Look } from '../../engine/look';
import { hsvToRgb } from '../../engine/color/hsv';
import type { ExportPicture } from '../export/exporter';
import { formatMatrixProfile } from '../icc/formatMatrixProfile';

const WIDTH = 360;
const GRAY_HEIGHT = 48;
const BAND_HEIGHT = 96;
const SATURATIONS = [0.35, 0.9];
const HEIGHT = GRAY_HEIGHT + SATURATIONS.length * BAND_HEIGHT;

/** 16 bits a channel, in the space of the look. */
export function chartFor({ space }: Look): ExportPicture {
  const pixels = new Uint16Array(3 * WIDTH * HEIGHT);
  const hsv = new Float64Array(3);
  const rgb = new Float64Array(3);
  for (let y = 0, at = 0; y < HEIGHT; y++) {
    const band = Math.floor((y - GRAY_HEIGHT) / BAND_HEIGHT);
    const row = (y - GRAY_HEIGHT - band * BAND_HEIGHT) / (BAND_HEIGHT - 1);
    for (let x = 0; x < WIDTH; x++, at += 3) {
      const along = x / (WIDTH - 1);
      if (y < GRAY_HEIGHT) rgb.fill(along);
      else {
        hsv.set([6 * along, SATURATIONS[band], 1 - 0.9 * row]);
        hsvToRgb(hsv, rgb);
      }
      for (let c = 0; c < 3; c++) pixels[at + c] = Math.round(65535 * rgb[c]);
    }
  }
  const iccProfile = formatMatrixProfile(space);
  return { width: WIDTH, height: HEIGHT, bitsPerChannel: 16, pixels, iccProfile };
}
