/**
 * A lattice over the RGB cube in hue, chroma and lightness: the grid that looks are tabulated on while they are fitted.
 *
 * Looks change colors by hue, also close to the gray axis, where a lattice along R, G and B has but a few nodes for the
 * whole hue circle. In the double cone of HSL the hue keeps its resolution down to gray: 11 × 7 × 24 nodes follow film
 * looks twice as closely as 13³ nodes of RGB. Chroma steps are even in the square root of HSL's saturation, so that
 * they are finest near gray.
 */
export class HueLattice {
  /** Index of a node: (lightness · chromas + chroma) · hues + hue. */
  readonly nodes: number;

  constructor(
    readonly lightnesses: number,
    readonly chromas: number,
    readonly hues: number,
  ) {
    this.nodes = lightnesses * chromas * hues;
  }

  /** Encoded RGB at every node: 3 · nodes values. */
  colors(): Float64Array {
    const { lightnesses, chromas, hues, nodes } = this;
    const colors = new Float64Array(3 * nodes);
    for (let node = 0; node < nodes; node++) {
      const hue = (6 * (node % hues)) / hues;
      const root = (Math.floor(node / hues) % chromas) / (chromas - 1);
      const lightness = Math.floor(node / hues / chromas) / (lightnesses - 1);
      const chroma = root * root * (1 - Math.abs(2 * lightness - 1));
      for (let c = 0; c < 3; c++) {
        // The distance around the hexagon from the channel's own corner: at 0 it has all of the chroma, from 2 on none.
        const distance = Math.abs(((hue - 2 * c + 9) % 6) - 3);
        colors[3 * node + c] = lightness + chroma * (Math.max(0, Math.min(1, 2 - distance)) - 0.5);
      }
    }
    return colors;
  }
}

/** Reads lattices by cubic convolution (Keys 1981); continued linearly at the faces, periodic in hue. */
export class HueLatticeReader {
  /** Node indices and weights of the color last located. */
  readonly nodes = new Int32Array(64);
  readonly weights = new Float64Array(64);
  constructor(private readonly lattice: HueLattice) {}

  private readonly lightness = new Float64Array(4);
  private readonly chroma = new Float64Array(4);
  private readonly hue = new Float64Array(4);

  /** @param rgb encoded color at `offset`; clipped to [0, 1] */
  locate(rgb: ArrayLike<number>, offset: number): void {
    const { lightnesses, chromas, hues } = this.lattice;
    const r = clip(rgb[offset]);
    const g = clip(rgb[offset + 1]);
    const b = clip(rgb[offset + 2]);
    const high = r > g ? (r > b ? r : b) : g > b ? g : b;
    const low = r < g ? (r < b ? r : b) : g < b ? g : b;
    const spread = high - low;
    const lightness = (high + low) / 2;
    const room = 1 - Math.abs(2 * lightness - 1);
    const saturation = room > 1e-9 ? Math.min(1, spread / room) : 0;
    let turn = 0;
    if (spread > 1e-9) {
      if (high === r) turn = (g - b) / spread + (g < b ? 6 : 0);
      else if (high === g) turn = (b - r) / spread + 2;
      else turn = (r - g) / spread + 4;
    }
    const firstLightness = locateAlong(lightness * (lightnesses - 1), lightnesses, this.lightness);
    const firstChroma = locateAlong(Math.sqrt(saturation) * (chromas - 1), chromas, this.chroma);
    const around = (turn * hues) / 6;
    const firstHue = Math.floor(around) - 1;
    cubicWeights(around - firstHue - 1, this.hue);
    let k = 0;
    for (let i = 0; i < 4; i++) {
      const l = clampIndex(firstLightness + i, lightnesses);
      for (let j = 0; j < 4; j++) {
        const row = (l * chromas + clampIndex(firstChroma + j, chromas)) * hues;
        const w = this.lightness[i] * this.chroma[j];
        for (let h = 0; h < 4; h++, k++) {
          this.weights[k] = w * this.hue[h];
          this.nodes[k] = row + ((firstHue + h + hues) % hues);
        }
      }
    }
  }
}

function clip(value: number): number {
  return value > 0 ? (value < 1 ? value : 1) : 0;
}

function clampIndex(i: number, size: number): number {
  return i < 0 ? 0 : i >= size ? size - 1 : i;
}

function cubicWeights(t: number, out: Float64Array): void {
  out[0] = t * (-0.5 + t * (1 - 0.5 * t));
  out[1] = 1 + t * t * (-2.5 + 1.5 * t);
  out[2] = t * (0.5 + t * (2 - 1.5 * t));
  out[3] = t * t * (-0.5 + 0.5 * t);
}

/** @returns the first of the four nodes (may be −1); a node beyond a face hands its weight to a linear continuation. */
function locateAlong(position: number, size: number, out: Float64Array): number {
  const i = Math.min(size - 2, Math.floor(position));
  cubicWeights(position - i, out);
  if (i === 0) {
    out[1] += 2 * out[0];
    out[2] -= out[0];
    out[0] = 0;
  }
  if (i === size - 2) {
    out[2] += 2 * out[3];
    out[1] -= out[3];
    out[3] = 0;
  }
  return i - 1;
}
