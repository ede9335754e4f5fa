/** Pixels put over others: what a layer holds afterwards, in the smallest box around both. */
import { maxValue, type Pixels } from '../documentState';

export function joinPixels(old: Pixels, added: Pixels): Pixels {
  const box = {
    left: Math.min(old.box.left, added.box.left),
    top: Math.min(old.box.top, added.box.top),
    right: Math.max(old.box.right, added.box.right),
    bottom: Math.max(old.box.bottom, added.box.bottom),
  };
  const width = box.right - box.left;
  const length = 4 * width * (box.bottom - box.top);
  const data = old.data instanceof Uint8Array ? new Uint8Array(length) : new Uint16Array(length);
  const opaque = maxValue(old.data instanceof Uint8Array ? 8 : 16);
  for (const { box: own, channels, data: values } of [old, added]) {
    let from = 0;
    for (let y = own.top; y < own.bottom; y++) {
      let to = 4 * ((y - box.top) * width + own.left - box.left);
      for (let x = own.left; x < own.right; x++, to += 4, from += channels) {
        for (let c = 0; c < 3; c++) data[to + c] = values[from + c];
        data[to + 3] = channels === 4 ? values[from + 3] : opaque;
      }
    }
  }
  return { box, channels: 4, data };
}
