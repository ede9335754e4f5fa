/** How far a fitted mapping is from the clean look on colors of scenes that it never saw: ΔE2000. */
import { createRgbToLab } from '../../src/engine/color/lab';
import {
  decodeTable,
  encodeTable,
  readDecodeTable,
  readEncodeTable,
} from '../../src/engine/color/transferTables';
import { deltaE2000 } from '../../src/engine/metrics/deltaE';
import type { ColorMap } from './peers/peer';
import { applyTruthLook, type TruthLook } from './truthLook';

const toLinear = decodeTable('srgb');
const toEncoded = encodeTable('srgb');
const toLab = createRgbToLab('srgb');

/**
 * @param colors 3 · n encoded colors of the test scenes
 * @param exposureEv what the training pairs had more light on film: one look cannot be told from another by it
 * @returns n differences
 */
export function heldOutDifferences(
  map: ColorMap,
  look: TruthLook,
  exposureEv: readonly number[],
  colors: Float32Array,
): Float32Array {
  const count = colors.length / 3;
  const exposed = colors.map((value, i) =>
    readEncodeTable(toEncoded, readDecodeTable(toLinear, value) * 2 ** exposureEv[i % 3]),
  );
  const wanted = new Float32Array(3 * count);
  applyTruthLook(look, exposed, wanted, count);
  const mapped = new Float32Array(3 * count);
  map(colors, mapped, count);
  const lab = new Float64Array(6);
  return Float32Array.from({ length: count }, (_, i) => {
    const at = 3 * i;
    toLab(wanted[at], wanted[at + 1], wanted[at + 2], lab, 0);
    toLab(inside(mapped[at]), inside(mapped[at + 1]), inside(mapped[at + 2]), lab, 3);
    return deltaE2000(lab[0], lab[1], lab[2], lab[3], lab[4], lab[5]);
  });
}

function inside(value: number): number {
  return value > 0 ? Math.min(1, value) : 0;
}
