/**
 * Which layers a stack is built of, from the bottom to the top, and what each is for. The orders are the best of those
 * measured with few layers (bench/project): Curves below and above Hue/Saturation say far more than either alone, and
 * Color Balance, a Levels in disguise, carries the cast. Channel Mixer and Selective Color say what is left.
 */
import { channelMixerModel } from './model/channelMixerModel';
import { colorBalanceModel } from './model/colorBalanceModel';
import { curvesModel } from './model/curvesModel';
import { hueSaturationModel } from './model/hueSaturationModel';
import { selectiveColorModel } from './model/selectiveColorModel';
import { stackModel, type StackModel } from './stackModel';

export type LayerDesign = 'classic' | 'extended';

const OPENING_INPUTS = [0, 24, 56, 100, 150, 205, 255];
const CLOSING_INPUTS = [0, 28, 70, 130, 195, 255];

const MIN_SLOPE = 0.03;

const opening = () => ({
  name: 'Tone and white balance',
  model: curvesModel({ inputs: OPENING_INPUTS, sigma: 60, minSlope: MIN_SLOPE }),
});

const closing = () => ({
  name: 'Finish',
  model: curvesModel({ inputs: CLOSING_INPUTS, sigma: 60, minSlope: MIN_SLOPE }),
});

const color = () => ({
  name: 'Color',
  model: hueSaturationModel({
    freeHandles: true,
    sigma: { hue: 20, saturation: 40, lightness: 40, handle: 10 },
    maxRangeHue: 60,
  }),
});

const cast = () => ({
  name: 'Color cast',
  model: colorBalanceModel({ max: { shadows: 40, midtones: 30, highlights: 40 }, sigma: 20 }),
});

export function createStackDesign(design: LayerDesign): StackModel {
  if (design === 'classic') return stackModel([opening(), color(), cast(), closing()]);
  return stackModel([
    opening(),
    { name: 'Inks', model: selectiveColorModel({ method: 'relative', sigma: 40 }) },
    color(),
    { name: 'Channel mix', model: channelMixerModel(30) },
    closing(),
  ]);
}
