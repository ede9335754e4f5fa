/**
 * The look for programs and scripts of one's own, without anything packed:
 *
 *   { "format": "filmfit-lut", "version": 1, "name": "Portra 400", "space": "srgb",
 *     "curves": { "red": [0.01, …], "green": […], "blue": […] },     the gray axis, equal steps over 0…1
 *     "lut": { "size": 33, "values": [0.016785, 0.021362, …] } }     red fastest, then green, then blue
 */
import { createLutMapper } from '../../engine/render/applyLut';
import { bakeLut } from '../../engine/render/bakeLut';
import { createLookMapper } from '../../engine/render/renderLook';
import type { Look } from '../../engine/look';
import type { Exported } from '../export/exported';
import { measureRoundTrip } from '../export/roundTrip';
import type { Style } from '../style/style';
import { formatJson } from '../style/formatJson';

const GRAY_STEPS = 65;
const DECIMALS = 1e6;

export function exportJson({ look }: Style, size: number): Exported {
  const { values, space } = bakeLut(look, size);
  const rounded = Array.from(values, (value) => Math.round(value * DECIMALS) / DECIMALS);
  const content = formatJson({
    format: 'filmfit-lut',
    version: 1,
    name: look.name,
    space,
    curves: grayAxis(look),
    lut: { size, values: rounded },
  });
  const readBack = { size, values: Float32Array.from(rounded), space };
  return { content, roundTrip: measureRoundTrip(look, createLutMapper(readBack)), losses: [] };
}

function grayAxis(look: Look) {
  const grays = Float32Array.from({ length: 3 * GRAY_STEPS }, (_, i) => Math.floor(i / 3) / (GRAY_STEPS - 1));
  createLookMapper(look)(grays, grays, GRAY_STEPS);
  const channel = (c: number): number[] =>
    Array.from({ length: GRAY_STEPS }, (_, i) => Math.round(grays[3 * i + c] * DECIMALS) / DECIMALS);
  return { red: channel(0), green: channel(1), blue: channel(2) };
}
