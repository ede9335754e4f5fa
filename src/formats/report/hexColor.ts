/** `#rrggbb` of an encoded color; values beyond [0, 1] are clipped. */
export function hexColor(rgb: ArrayLike<number>): string {
  const digits = Array.from(rgb, (value) =>
    Math.round(255 * Math.min(1, Math.max(0, value)))
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${digits.join('')}`;
}
