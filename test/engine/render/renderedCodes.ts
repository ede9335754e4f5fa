import type { Mapper8 } from '../../../src/engine/render/mapper';

/** Colors before → colors after, as lists that read well in a failing test. */
export function renderedCodes(mapper: Mapper8, colors: readonly (readonly number[])[]): number[][] {
  const codes = Uint8Array.from(colors.flat());
  mapper(codes, codes, colors.length, 3);
  return colors.map((_, i) => [...codes.subarray(3 * i, 3 * i + 3)]);
}
