/** Edits that were saved: in a style file, in the metadata of a group. */
import { asRecord } from '../asRecord';
import {
  CURVE_NAMES,
  HUE_NAMES,
  MIX_NAMES,
  NO_EDITS,
  RESIDUAL_MAX,
  SLIDER_NAMES,
  withChroma,
  withCurvePoint,
  withHue,
  withMix,
  withResidual,
  withSlider,
  type LookEdits,
} from './lookEdits';

/** What was saved, as far as it is what it should be; no edits for anything else. */
export function readEdits(value: unknown): LookEdits {
  const saved = asRecord(value);
  const [sliders, curves, hues, mixing, chroma] = [
    saved.sliders,
    saved.curves,
    saved.hues,
    saved.mixing,
    saved.chroma,
  ].map(asRecord);
  let edits = NO_EDITS;
  for (const name of SLIDER_NAMES) edits = withSlider(edits, name, numberIn(sliders[name], 100));
  for (const name of CURVE_NAMES) {
    const points = asRecord(curves[name]);
    for (const index of edits.curves[name].keys()) {
      edits = withCurvePoint(edits, name, index, numberIn(points[index], 255));
    }
  }
  for (const name of HUE_NAMES) {
    const { shift, saturation, lightness } = asRecord(hues[name]);
    edits = withHue(edits, name, {
      shift: numberIn(shift, 100),
      saturation: numberIn(saturation, 100),
      lightness: numberIn(lightness, 100),
    });
  }
  for (const index of edits.chroma.keys()) edits = withChroma(edits, index, numberIn(chroma[index], 100));
  for (const name of MIX_NAMES) edits = withMix(edits, name, numberIn(mixing[name], 100));
  const { residual } = saved;
  const isStrength = typeof residual === 'number' && residual >= 0 && residual <= RESIDUAL_MAX;
  return isStrength ? withResidual(edits, residual) : edits;
}

function numberIn(value: unknown, limit: number): number {
  return typeof value === 'number' && Math.abs(value) <= limit ? value : 0;
}
