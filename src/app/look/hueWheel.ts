/** Where each hue goes under a look: for the wheel, as angles and shares of its radius. */
import { createOklabToRgb, createRgbToOklab } from '../../engine/color/oklab';
import type { Look } from '../../engine/look';
import { createLookMapper } from '../../engine/render/renderLook';

export interface HueMove {
  /** `#rrggbb` of the color that goes, and its OKLCh hue. */
  readonly color: string;
  readonly fromDeg: number;
  readonly toDeg: number;
  /** Chroma after over chroma before. */
  readonly chroma: number;
}

const HUES = 24;
const EVERY_HUE_DEG = Array.from({ length: HUES }, (_, i) => (360 * i) / HUES);
/** A color of medium lightness and a chroma that every hue has in sRGB. */
const LIGHTNESS = 0.65;
const CHROMA = 0.09;

export function hueMoves(look: Look, huesDeg: readonly number[] = EVERY_HUE_DEG): readonly HueMove[] {
  const toRgb = createOklabToRgb(look.space);
  const toOklab = createRgbToOklab(look.space);
  const map = createLookMapper(look);
  const rgb = new Float64Array(3);
  const lab = new Float64Array(3);
  return huesDeg.map((fromDeg) => {
    const angle = (fromDeg * Math.PI) / 180;
    toRgb(LIGHTNESS, CHROMA * Math.cos(angle), CHROMA * Math.sin(angle), rgb, 0);
    const color = hexColor(rgb);
    map(rgb, rgb, 1);
    toOklab(rgb[0], rgb[1], rgb[2], lab, 0);
    return {
      color,
      fromDeg,
      toDeg: (Math.atan2(lab[2], lab[1]) * 180) / Math.PI,
      chroma: Math.hypot(lab[1], lab[2]) / CHROMA,
    };
  });
}

/** `#rrggbb` of a color of this OKLCh hue, of medium lightness and chroma. */
export function hueColor(hueDeg: number): string {
  const angle = (hueDeg * Math.PI) / 180;
  const rgb = new Float64Array(3);
  createOklabToRgb('srgb')(LIGHTNESS, CHROMA * Math.cos(angle), CHROMA * Math.sin(angle), rgb, 0);
  return hexColor(rgb);
}

/** `#rrggbb` of encoded RGB. */
export function hexColor(rgb: ArrayLike<number>, at = 0): string {
  const byte = (value: number) =>
    Math.round(255 * Math.min(1, Math.max(0, value)))
      .toString(16)
      .padStart(2, '0');
  return `#${byte(rgb[at])}${byte(rgb[at + 1])}${byte(rgb[at + 2])}`;
}
