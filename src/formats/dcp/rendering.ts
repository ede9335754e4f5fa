import { createTableMapper, type HueSatTable } from './hueSatTable';
import { createToneMapper, type ToneCurve } from './toneCurve';

/** How a camera profile renders linear ProPhoto light. */
export interface Rendering {
  readonly table: HueSatTable | null;
  readonly tone: ToneCurve;
}

/** The table, then the tone curve, in place. */
export function createRendering({ table, tone }: Rendering): (rgb: Float64Array) => void {
  const byTable = table && createTableMapper(table);
  const byTone = createToneMapper(tone);
  return (rgb) => {
    byTable?.(rgb);
    byTone(rgb);
  };
}
