/**
 * Photoshop's curves preset (.acv), big endian:
 *
 *   00 04  00 04        version 4; number of curves: composite, red, green, blue
 *   00 02               number of points (2…19)
 *   00 00 00 00         output, input (0…255): the output stands first
 *   00 FF 00 FF
 *   00 0E …             the next curve
 */
import { IDENTITY_CURVE, type CurvePoints } from '../../engine/adjustments';
import { UserError } from '../../engine/userError';

const VERSION = 4;
const MAX_POINTS = 19;

/** @param curves composite, red, green, blue */
export function formatAcv(curves: readonly CurvePoints[]): Uint8Array {
  const numbers = [VERSION, curves.length];
  for (const points of curves) {
    if (points.length < 2 || points.length > MAX_POINTS) {
      throw new RangeError(`A curve holds 2 to ${MAX_POINTS} points, got ${points.length}.`);
    }
    numbers.push(points.length, ...points.flatMap(({ input, output }) => [output, input]));
  }
  const bytes = new Uint8Array(2 * numbers.length);
  const view = new DataView(bytes.buffer);
  numbers.forEach((number, i) => view.setInt16(2 * i, number));
  return bytes;
}

/** @returns composite, red, green, blue; straight where the file has fewer. @throws UserError `acv-invalid` */
export function parseAcv(bytes: Uint8Array, fileName = 'The curves'): CurvePoints[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const fail = (detail: string): never => {
    throw new UserError('acv-invalid', { file: fileName, detail: `${detail} (byte ${at})` });
  };
  const next = (): number => {
    if (at + 2 > bytes.length) fail('it ends early');
    at += 2;
    return view.getInt16(at - 2);
  };
  const version = next();
  if (version !== 1 && version !== VERSION) fail(`version ${version} is unknown`);
  // Version 1 has a bit mask of the curves that follow instead of their number.
  const head = next();
  const count = version === VERSION ? head : head.toString(2).replace(/0/g, '').length;
  if (count < 1 || count > 20) fail(`it claims to hold ${count} curves`);
  const curves: CurvePoints[] = [];
  for (let i = 0; i < count; i++) {
    const points = next();
    if (points < 2 || points > MAX_POINTS) fail(`a curve has ${points} points`);
    const curve = Array.from({ length: points }, () => {
      const output = next();
      return { output, input: next() };
    });
    if (
      curve.some(
        ({ input, output }, k) => !isCode(input) || !isCode(output) || (k > 0 && input <= curve[k - 1].input),
      )
    ) {
      fail('the points of a curve are out of order or out of range');
    }
    curves.push(curve);
  }
  return Array.from({ length: 4 }, (_, i) => curves[i] ?? IDENTITY_CURVE);
}

function isCode(value: number): boolean {
  return value >= 0 && value <= 255;
}
