/** What one adjustment layer does to pixels; a table a form, so that a forgotten kind does not compile. */
import type { Adjustment, AdjustmentKind, AdjustmentOf } from '../adjustments';
import { rgbImage, type RgbImage } from '../image/rgbImage';
import { createChannelMixerMapper, createChannelMixerMapper8 } from './channelMixer';
import { createColorBalanceMapper, createColorBalanceMapper8 } from './colorBalance';
import { createColorLookupMapper, createColorLookupMapper8 } from './colorLookup';
import { createCurvesMapper, createCurvesMapper8 } from './curves';
import { createHueSaturationMapper, createHueSaturationMapper8 } from './hueSaturation';
import { createLevelsMapper, createLevelsMapper8 } from './levels';
import type { Mapper, Mapper8 } from './mapper';
import { createSelectiveColorMapper, createSelectiveColorMapper8 } from './selectiveColor';

type Factories<M> = { readonly [K in AdjustmentKind]: (adjustment: AdjustmentOf<K>) => M };

const SMOOTH: Factories<Mapper> = {
  curves: createCurvesMapper,
  levels: createLevelsMapper,
  colorBalance: createColorBalanceMapper,
  hueSaturation: createHueSaturationMapper,
  channelMixer: createChannelMixerMapper,
  selectiveColor: createSelectiveColorMapper,
  colorLookup: createColorLookupMapper,
};

const EXACT_8: Factories<Mapper8> = {
  curves: createCurvesMapper8,
  levels: createLevelsMapper8,
  colorBalance: createColorBalanceMapper8,
  hueSaturation: createHueSaturationMapper8,
  channelMixer: createChannelMixerMapper8,
  selectiveColor: createSelectiveColorMapper8,
  colorLookup: createColorLookupMapper8,
};

/** The adjustment without roundings, for fitting and for 16-bit documents. */
export function createAdjustmentMapper<K extends AdjustmentKind>(adjustment: AdjustmentOf<K>): Mapper {
  return (SMOOTH[adjustment.kind as K] as (adjustment: AdjustmentOf<K>) => Mapper)(adjustment);
}

/** The adjustment with Photoshop's roundings in an 8-bit document. */
export function createAdjustmentMapper8<K extends AdjustmentKind>(adjustment: AdjustmentOf<K>): Mapper8 {
  return (EXACT_8[adjustment.kind as K] as (adjustment: AdjustmentOf<K>) => Mapper8)(adjustment);
}

/** `image` after one adjustment, without roundings; values outside [0, 1] are clipped. */
export function renderAdjustment(image: RgbImage, adjustment: Adjustment): RgbImage {
  const result = rgbImage(image.width, image.height, image.space);
  createAdjustmentMapper(adjustment)(image.data, result.data, image.width * image.height);
  return result;
}
