/**
 * Which layers a stack is built of, from the bottom to the top, and what each is for: light, color, tone, and what film
 * adds to color. The orders are the best of those measured with few layers (bench/project): Curves below and above
 * Hue/Saturation say far more than either alone; a second Hue/Saturation above the tone treats light and dark colors
 * apart, which a single one cannot; Color Balance, a Levels in disguise, carries the cast. Channel Mixer and Selective
 * Color (below and above Hue/Saturation) say more than all of these, to those who read them.
 */
import { channelMixerModel } from './model/channelMixerModel';
import { colorBalanceModel } from './model/colorBalanceModel';
import { curvesModel } from './model/curvesModel';
import { hueSaturationModel } from './model/hueSaturationModel';
import { selectiveColorModel } from './model/selectiveColorModel';
import { stackModel, type StackModel } from './stackModel';

export type LayerDesign = 'classic' | 'extended';

/** Few points where light is balanced, more where the film's tone is drawn. */
const BALANCE_INPUTS = [0, 40, 100, 175, 255];
const TONE_INPUTS = [0, 22, 52, 96, 145, 200, 255];

const MIN_SLOPE = 0.03;

const balance = () => ({
  name: 'Exposure and white balance',
  model: curvesModel({ inputs: BALANCE_INPUTS, sigma: 60, minSlope: MIN_SLOPE }),
});

const tone = () => ({
  name: 'Tone',
  model: curvesModel({ inputs: TONE_INPUTS, sigma: 60, minSlope: MIN_SLOPE }),
});

const color = (name: string) => ({
  name,
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

const inks = (name: string) => ({ name, model: selectiveColorModel({ method: 'relative', sigma: 40 }) });

const mix = () => ({ name: 'Channel mix', model: channelMixerModel(30) });

export function createStackDesign(design: LayerDesign): StackModel {
  if (design === 'classic') {
    return stackModel([balance(), color('Color of the photo'), tone(), color('Color of the film'), cast()]);
  }
  return stackModel([
    balance(),
    inks('Inks of the photo'),
    color('Color'),
    mix(),
    inks('Inks of the film'),
    tone(),
  ]);
}
