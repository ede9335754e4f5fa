/** Grain and glow of a look made finer or coarser, narrower or wider than they were measured. */
import type { Look } from '../look';

export interface TextureSizes {
  /** Factors on the size of the grain and on the radius of the glow; 1 leaves them as they are. */
  readonly grain: number;
  readonly halation: number;
}

/** The same strengths at other sizes. */
export function resizeTexture(look: Look, sizes: TextureSizes): Look {
  const { grain, halation } = look;
  return {
    ...look,
    grain: grain && {
      ...grain,
      spectrum: grain.spectrum.map(({ sigmaPx, share }) => ({ sigmaPx: sigmaPx * sizes.grain, share })),
      sizePx: grain.sizePx * sizes.grain,
    },
    halation: halation && { ...halation, radius: halation.radius * sizes.halation },
  };
}
