/** Mean power of square tiles over rings of frequency, up to 0.45 cycles a pixel: what two fields of grain are compared by. */
const TILE = 32;
const RINGS = 12;
const MAX_FREQUENCY = 0.45;

/** @param values size² values of mean zero @returns RINGS powers, from low to high frequencies */
export function powerSpectrum(values: Float32Array, size: number): Float64Array {
  const cos = Float64Array.from({ length: TILE }, (_, i) => Math.cos((2 * Math.PI * i) / TILE));
  const sin = Float64Array.from({ length: TILE }, (_, i) => Math.sin((2 * Math.PI * i) / TILE));
  const hann = Float64Array.from({ length: TILE }, (_, i) => Math.sin((Math.PI * (i + 0.5)) / TILE) ** 2);
  const power = new Float64Array(RINGS);
  const count = new Float64Array(RINGS);
  const across = new Float64Array(2 * TILE * TILE);
  for (let top = 0; top + TILE <= size; top += TILE) {
    for (let left = 0; left + TILE <= size; left += TILE) {
      for (let y = 0; y < TILE; y++) {
        for (let f = 0; f < TILE; f++) {
          let re = 0;
          let im = 0;
          for (let x = 0; x < TILE; x++) {
            const value = values[(top + y) * size + left + x] * hann[x] * hann[y];
            re += value * cos[(f * x) % TILE];
            im -= value * sin[(f * x) % TILE];
          }
          across[2 * (y * TILE + f)] = re;
          across[2 * (y * TILE + f) + 1] = im;
        }
      }
      for (let f = 0; f < TILE; f++) {
        for (let g = 0; g < TILE; g++) {
          const frequency = Math.hypot(Math.min(f, TILE - f), Math.min(g, TILE - g)) / TILE;
          // The window of the tiles leaks what is constant into the lowest frequencies.
          if (frequency < 2 / TILE || frequency > MAX_FREQUENCY) continue;
          let re = 0;
          let im = 0;
          for (let y = 0; y < TILE; y++) {
            const [a, b] = [across[2 * (y * TILE + f)], across[2 * (y * TILE + f) + 1]];
            const [c, s] = [cos[(g * y) % TILE], sin[(g * y) % TILE]];
            re += a * c + b * s;
            im += b * c - a * s;
          }
          const ring = Math.min(
            RINGS - 1,
            Math.floor((RINGS * (frequency - 2 / TILE)) / (MAX_FREQUENCY - 2 / TILE)),
          );
          power[ring] += re * re + im * im;
          count[ring]++;
        }
      }
    }
  }
  return power.map((value, i) => value / Math.max(1, count[i]));
}
