/** A hue that is dragged on the wheel: round it is a shift of the hue, outwards more saturation. */
import { HUE_SHIFT_FULL_DEG } from './applyEdits';
import type { HueEdit } from './lookEdits';

/** From the middle of the wheel, y upwards. */
export interface WheelPoint {
  readonly x: number;
  readonly y: number;
}

/** @returns whole numbers, −100…100 */
export function draggedHue(edit: HueEdit, from: WheelPoint, to: WheelPoint): HueEdit {
  const turnedDeg = ((Math.atan2(to.y, to.x) - Math.atan2(from.y, from.x)) * 180) / Math.PI;
  const nearDeg = ((turnedDeg + 540) % 360) - 180;
  const further = Math.hypot(to.x, to.y) / Math.max(1, Math.hypot(from.x, from.y));
  return {
    shift: percent(edit.shift + (100 * nearDeg) / HUE_SHIFT_FULL_DEG),
    saturation: percent((100 + edit.saturation) * further - 100),
    lightness: edit.lightness,
  };
}

const percent = (value: number) => Math.round(Math.min(100, Math.max(-100, value)));
