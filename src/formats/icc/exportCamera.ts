/**
 * The look as an input profile, RGB → CIELAB, the kind that Capture One keeps as a camera's profile. It says what the
 * look makes of the values of its own space. Capture One gives a profile the camera's values after its film curve, which
 * nobody outside knows: it is an experiment, and says so.
 */
import { createRgbToLab } from '../../engine/color/lab';
import { latticeColors } from '../../engine/render/bakeLut';
import { createLookMapper } from '../../engine/render/renderLook';
import type { Exported } from '../export/exported';
import { measureRoundTrip } from '../export/roundTrip';
import type { Style } from '../style/style';
import { createLut16Mapper, lut16Tag } from './lut16';
import { createLabToRgb, labToShare, shareToLab } from './pcsLab';
import { whitePointTag, writeIccProfile } from './writeIccProfile';

const SIZE = 33;

export function exportCamera({ look }: Style): Exported {
  const values = latticeColors(SIZE);
  createLookMapper(look)(values, values, SIZE ** 3);
  const toLab = createRgbToLab(look.space);
  const lab = new Float64Array(3);
  for (let i = 0; i < values.length; i += 3) {
    toLab(values[i], values[i + 1], values[i + 2], lab, 0);
    for (let c = 0; c < 3; c++) values[i + c] = labToShare(lab[c], c);
  }
  const tag = lut16Tag({ size: SIZE, values });
  const map = createLut16Mapper(tag);
  const toRgb = createLabToRgb(look.space);
  const rgb = new Float32Array(3);
  const roundTrip = measureRoundTrip(look, (source, target, count) => {
    map(source, target, count);
    for (let i = 0; i < 3 * count; i += 3) {
      for (let c = 0; c < 3; c++) lab[c] = shareToLab(target[i + c], c);
      toRgb(lab, rgb);
      for (let c = 0; c < 3; c++) target[i + c] = Math.min(1, Math.max(0, rgb[c]));
    }
  });
  return {
    content: writeIccProfile({
      deviceClass: 'scnr',
      colorSpace: 'RGB ',
      connectionSpace: 'Lab ',
      description: look.name,
      tags: [
        ['wtpt', whitePointTag()],
        ['A2B0', tag],
      ],
    }),
    roundTrip,
    losses: [{ code: 'experimental', values: { program: 'Capture One' } }],
  };
}
