/** Hue, saturation and value (Smith 1978, Color gamut transform pairs), of whatever RGB it is given. */

/** Hue 0…6, saturation and value; values below zero count as zero. */
export function rgbToHsv(rgb: ArrayLike<number>, out: Float64Array): void {
  const r = Math.max(0, rgb[0]);
  const g = Math.max(0, rgb[1]);
  const b = Math.max(0, rgb[2]);
  const value = Math.max(r, g, b);
  const gap = value - Math.min(r, g, b);
  let hue = 0;
  if (gap > 0) {
    if (value === r) hue = (g - b) / gap + (g < b ? 6 : 0);
    else if (value === g) hue = 2 + (b - r) / gap;
    else hue = 4 + (r - g) / gap;
  }
  out[0] = hue;
  out[1] = gap > 0 ? gap / value : 0;
  out[2] = value;
}

export function hsvToRgb(hsv: ArrayLike<number>, out: Float64Array): void {
  const [hue, saturation, value] = [((hsv[0] % 6) + 6) % 6, hsv[1], hsv[2]];
  const sector = Math.min(5, Math.floor(hue));
  const f = hue - sector;
  const low = value * (1 - saturation);
  const falling = value * (1 - saturation * f);
  const rising = value * (1 - saturation * (1 - f));
  const [r, g, b] = [
    [value, rising, low],
    [falling, value, low],
    [low, value, rising],
    [low, falling, value],
    [rising, low, value],
    [value, low, falling],
  ][sector];
  out[0] = r;
  out[1] = g;
  out[2] = b;
}
