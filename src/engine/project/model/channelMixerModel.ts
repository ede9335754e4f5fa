/** Channel Mixer: each channel is a weighted sum of the three and a constant, in percent, clipped to [0, 1]. */
import type { ChannelMixerAdjustment, ChannelMixerRow } from '../../adjustments';
import { LEAK, type LayerModel, type Parameter } from './layerModel';

const COUNT = 12;

export function channelMixerModel(sigma: number): LayerModel {
  const parameters: Parameter[] = [];
  for (let c = 0; c < 3; c++) {
    for (let k = 0; k < 4; k++) {
      parameters.push({
        neutral: k === c ? 100 : 0,
        min: k < 3 ? -200 : -100,
        max: k < 3 ? 200 : 100,
        sigma,
      });
    }
  }
  return {
    parameters,
    conditions: [],
    at: (values) => {
      const p = Float64Array.from(values, (v) => v / 100);
      return {
        evaluate: (source, target, count) => {
          for (let i = 0, end = 3 * count; i < end; i += 3) {
            for (let c = 0; c < 3; c++) {
              const k = 4 * c;
              const v = p[k] * source[i] + p[k + 1] * source[i + 1] + p[k + 2] * source[i + 2] + p[k + 3];
              target[i + c] = v <= 0 ? 0 : v >= 1 ? 1 : v;
            }
          }
        },
        differentiate: (source, index, byColor, byParameter) => {
          byParameter.fill(0);
          const i = 3 * index;
          for (let c = 0; c < 3; c++) {
            const k = 4 * c;
            const v = p[k] * source[i] + p[k + 1] * source[i + 1] + p[k + 2] * source[i + 2] + p[k + 3];
            const leak = v > 0 && v < 1 ? 1 : LEAK;
            for (let j = 0; j < 3; j++) {
              byColor[3 * c + j] = p[k + j] * leak;
              byParameter[c * COUNT + k + j] = (source[i + j] * leak) / 100;
            }
            byParameter[c * COUNT + k + 3] = leak / 100;
          }
        },
      };
    },
    toAdjustment: (values): ChannelMixerAdjustment => ({
      kind: 'channelMixer',
      monochrome: false,
      red: row(values, 0),
      green: row(values, 4),
      blue: row(values, 8),
    }),
  };
}

const row = (values: Float64Array, first: number): ChannelMixerRow => ({
  red: Math.round(values[first]) + 0,
  green: Math.round(values[first + 1]) + 0,
  blue: Math.round(values[first + 2]) + 0,
  constant: Math.round(values[first + 3]) + 0,
});
