/**
 * Blend modes on values in [0, 1]: b below, s above. Separable ones as in the PDF reference (Adobe Systems: Document
 * management, Portable document format, ISO 32000-1:2008, 11.3.5), which describes Photoshop's own; soft light is
 * Photoshop's older formula; linear dodge and linear light, which PDF lacks, add and add twice around middle gray. Luminosity and color keep the weights 0.3, 0.59, 0.11 of that text.
 */
export const BLEND_MODES = [
  'normal',
  'multiply',
  'screen',
  'overlay',
  'softLight',
  'linearDodge',
  'linearLight',
  'darken',
  'lighten',
  'difference',
  'luminosity',
  'color',
] as const;
export type BlendMode = (typeof BLEND_MODES)[number];

type Separable = Exclude<BlendMode, 'luminosity' | 'color'>;

const CHANNEL: { readonly [M in Separable]: (below: number, above: number) => number } = {
  normal: (_below, above) => above,
  multiply: (below, above) => below * above,
  screen: (below, above) => below + above - below * above,
  overlay: (below, above) => (below <= 0.5 ? 2 * below * above : 1 - 2 * (1 - below) * (1 - above)),
  softLight: (below, above) =>
    above <= 0.5
      ? 2 * below * above + below * below * (1 - 2 * above)
      : 2 * below * (1 - above) + Math.sqrt(below) * (2 * above - 1),
  linearDodge: (below, above) => Math.min(1, below + above),
  linearLight: (below, above) => Math.min(1, Math.max(0, below + 2 * above - 1)),
  darken: Math.min,
  lighten: Math.max,
  difference: (below, above) => Math.abs(below - above),
};

/** Writes into `result` the blend of two colors with values in [0, 1]. */
export function blendColors(
  mode: BlendMode,
  below: Float64Array,
  above: Float64Array,
  result: Float64Array,
): void {
  if (mode === 'luminosity') withLuminosity(below, luminosity(above), result);
  else if (mode === 'color') withLuminosity(above, luminosity(below), result);
  else {
    const channel = CHANNEL[mode];
    for (let c = 0; c < 3; c++) result[c] = channel(below[c], above[c]);
  }
}

const luminosity = (color: Float64Array): number => 0.3 * color[0] + 0.59 * color[1] + 0.11 * color[2];

/** `color` moved along gray to the luminosity `target`, then pulled toward gray until it fits into [0, 1]. */
function withLuminosity(color: Float64Array, target: number, result: Float64Array): void {
  const shift = target - luminosity(color);
  for (let c = 0; c < 3; c++) result[c] = color[c] + shift;
  const min = Math.min(result[0], result[1], result[2]);
  const max = Math.max(result[0], result[1], result[2]);
  let chroma = 1;
  if (min < 0) chroma = target / (target - min);
  if (max > 1) chroma = Math.min(chroma, (1 - target) / (max - target));
  if (chroma < 1) for (let c = 0; c < 3; c++) result[c] = target + (result[c] - target) * chroma;
}
