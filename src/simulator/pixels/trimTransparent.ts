import type { Pixels } from '../documentState';

/** The smallest box that holds every pixel with some alpha; opaque pictures come back as they are. */
export function trimTransparent(source: Pixels, max: number): Pixels {
  if (source.channels === 3 || max === 0) return source;
  const { box, data } = source;
  const width = box.right - box.left;
  const height = box.bottom - box.top;
  let left = width;
  let right = 0;
  let top = height;
  let bottom = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (data[4 * (y * width + x) + 3] === 0) continue;
      if (x < left) left = x;
      if (x >= right) right = x + 1;
      if (y < top) top = y;
      bottom = y + 1;
    }
  }
  if (left === 0 && top === 0 && right === width && bottom === height) return source;
  const trimmedWidth = Math.max(0, right - left);
  const length = 4 * trimmedWidth * Math.max(0, bottom - top);
  const target = data instanceof Uint8Array ? new Uint8Array(length) : new Uint16Array(length);
  for (let y = top, to = 0; y < bottom; y++, to += 4 * trimmedWidth) {
    const from = 4 * (y * width + left);
    target.set(data.subarray(from, from + 4 * trimmedWidth), to);
  }
  return {
    box: { left: box.left + left, top: box.top + top, right: box.left + right, bottom: box.top + bottom },
    channels: 4,
    data: target,
  };
}
