/** Tables for programs that do not know the space of a look: converted in front of it and behind it. */
import { createRgbConverter } from '../../engine/color/convertRgb';
import type { RgbSpaceId } from '../../engine/color/rgbSpace';
import type { Look } from '../../engine/look';
import { createLutMapper } from '../../engine/render/applyLut';
import { latticeColors } from '../../engine/render/bakeLut';
import type { Lut3d } from '../../engine/render/lut3d';
import { createLookMapper } from '../../engine/render/renderLook';
import type { ColorMapper } from './roundTrip';

/** The look for pictures in `space`; what it makes of colors outside of its own space is that of the nearest inside. */
export function bakeLutIn(look: Look, size: number, space: RgbSpaceId): Lut3d {
  const values = latticeColors(size);
  lookMapperIn(look, space)(values, values, size ** 3);
  return { size, values, space };
}

/** The look on colors of another space. */
export function lookMapperIn(look: Look, space: RgbSpaceId): ColorMapper {
  const toLook = createRgbConverter(space, look.space);
  const map = createLookMapper(look);
  const fromLook = createRgbConverter(look.space, space);
  return (source, target, count) => {
    toLook(source, target, count);
    map(target, target, count);
    fromLook(target, target, count);
  };
}

/** What such a table does to colors in the look's own space. */
export function lutMapperIn(lut: Lut3d, space: RgbSpaceId): ColorMapper {
  const toLut = createRgbConverter(space, lut.space);
  const map = createLutMapper(lut);
  const fromLut = createRgbConverter(lut.space, space);
  return (source, target, count) => {
    toLut(source, target, count);
    map(target, target, count);
    fromLut(target, target, count);
  };
}
