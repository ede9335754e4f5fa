/** The tone curve and the look table that give, on top of a base rendering, what the look makes of its pictures. */
import { RGB_SPACES } from '../../engine/color/rgbSpaces';
import { createRendering, type Rendering } from './rendering';
import { hsvToRgb, rgbToHsv } from '../../engine/color/hsv';
import type { HueSatTable } from './hueSatTable';
import { createToneMapper, inverted, type ToneCurve } from './toneCurve';

type LinearMapper = (rgb: Float64Array) => void;

const CURVE_SAMPLES = 129;
/** Keeps the curve rising, so that it can be undone. */
const SMALLEST_STEP = 1e-6;
const HUES = 72;
const SATURATIONS = 17;
const VALUES = 17;
/** Factors beyond these come from colors near black, where they do nothing. */
const MAX_FACTOR = 8;

/** What the look does to grays, in luminance, from (0, 0) to (1, 1) as the specification asks; inputs closer near black. */
export function fitToneCurve(base: Rendering, picture: LinearMapper): ToneCurve {
  const render = createRendering(base);
  const [, , , lumaR, lumaG, lumaB] = RGB_SPACES.prophoto.toXyzD50;
  const rgb = new Float64Array(3);
  const inputs = Array.from({ length: CURVE_SAMPLES }, (_, i) => (i / (CURVE_SAMPLES - 1)) ** 2.2);
  const outputs = inputs.map((input) => {
    rgb.fill(input);
    render(rgb);
    picture(rgb);
    return lumaR * rgb[0] + lumaG * rgb[1] + lumaB * rgb[2];
  });
  outputs[0] = 0;
  for (let i = 1; i < CURVE_SAMPLES; i++) {
    outputs[i] = Math.min(1, Math.max(outputs[i], outputs[i - 1] + SMALLEST_STEP));
  }
  outputs[CURVE_SAMPLES - 1] = 1;
  return { inputs, outputs };
}

export function fitLookTable(base: Rendering, picture: LinearMapper, tone: ToneCurve): HueSatTable {
  const render = createRendering(base);
  const undoTone = createToneMapper(inverted(tone));
  const { decode } = RGB_SPACES.srgb;
  const deltas = new Float32Array(3 * HUES * SATURATIONS * VALUES);
  const node = new Float64Array(3);
  const rgb = new Float64Array(3);
  const wanted = new Float64Array(3);
  let at = 0;
  for (let v = 0; v < VALUES; v++) {
    for (let h = 0; h < HUES; h++) {
      for (let s = 0; s < SATURATIONS; s++, at += 3) {
        deltas.set([0, 1, 1], at);
        // Gray has no hue to shift, and its value belongs to the tone curve: the specification asks for 1 here.
        if (s === 0 || v === 0) continue;
        node.set([(6 * h) / HUES, s / (SATURATIONS - 1), decode(v / (VALUES - 1))]);
        hsvToRgb(node, rgb);
        render(rgb);
        picture(rgb);
        undoTone(rgb);
        rgbToHsv(rgb, wanted);
        const turn = wanted[0] - node[0];
        deltas[at] = 60 * (turn - 6 * Math.round(turn / 6));
        deltas[at + 1] = Math.min(MAX_FACTOR, wanted[1] / node[1]);
        deltas[at + 2] = Math.min(MAX_FACTOR, wanted[2] / node[2]);
      }
    }
  }
  return { hues: HUES, saturations: SATURATIONS, values: VALUES, srgbValues: true, deltas };
}
