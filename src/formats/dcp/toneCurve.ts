/**
 * The tone curve of a camera profile (DNG 1.7, ProfileToneCurve): pairs of linear light from (0, 0) to (1, 1). It is
 * applied so that hues stay: the largest and the smallest channel go through the curve, and the one between keeps its
 * relative place (DNG SDK, "baseline RGB tone").
 */

/** Samples at rising inputs from 0 to 1; read with linear interpolation, from samples dense enough for it. */
export interface ToneCurve {
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
}

export const STRAIGHT: ToneCurve = { inputs: [0, 1], outputs: [0, 1] };

export function inverted({ inputs, outputs }: ToneCurve): ToneCurve {
  return { inputs: outputs, outputs: inputs };
}

/** Maps a linear color in place. */
export function createToneMapper({ inputs, outputs }: ToneCurve): (rgb: Float64Array) => void {
  const read = (x: number): number => {
    const t = Math.min(1, Math.max(0, x));
    let low = 0;
    let high = inputs.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (inputs[middle] <= t) low = middle;
      else high = middle;
    }
    const width = inputs[high] - inputs[low];
    const share = width > 0 ? (t - inputs[low]) / width : 0;
    return outputs[low] + Math.min(1, share) * (outputs[high] - outputs[low]);
  };
  return (rgb) => {
    const top = Math.max(rgb[0], rgb[1], rgb[2]);
    const bottom = Math.min(rgb[0], rgb[1], rgb[2]);
    const newTop = read(top);
    const newBottom = read(bottom);
    const scale = top > bottom ? (newTop - newBottom) / (top - bottom) : 0;
    for (let c = 0; c < 3; c++) {
      const place = top > bottom ? rgb[c] - bottom : 0;
      rgb[c] = top > bottom ? newBottom + scale * place : newTop;
    }
  };
}
