/**
 * RawTherapee's processing profile, a key file; here it only switches Film Simulation on:
 *
 *   [Film Simulation]
 *   Enabled=true
 *   ClutFilename=/home/me/cluts/Portra 400 sRGB.png      a Hald picture; absolute, or relative to the CLUT folder
 *   Strength=100
 *
 * RawTherapee reads the space of the picture from the end of its name (rtengine/clutstore.cc).
 */
import type { RgbSpaceId } from '../../engine/color/rgbSpace';
import { RGB_SPACES } from '../../engine/color/rgbSpaces';
import type { Exported } from '../export/exported';
import type { Loss } from '../export/losses';
import { bakeLutIn, lutMapperIn } from '../export/lutInSpace';
import { measureRoundTrip } from '../export/roundTrip';
import { formatHald, parseHald } from '../hald/hald';
import type { Deflate } from '../image/deflate';
import type { Style } from '../style/style';
import { formatKeyFile } from './formatKeyFile';

const HALD_LEVEL = 8;

/** RawTherapee's names of spaces; it has none for Display P3. */
const SPACE_SUFFIXES: Partial<Record<RgbSpaceId, string>> = {
  srgb: 'sRGB',
  'adobe-rgb': 'AdobeRGB',
  prophoto: 'ProPhoto',
  rec2020: 'Rec2020',
};

/** Of the Hald picture: that of the look, unless RawTherapee has no name for it. */
export const pp3Space = (lookSpace: RgbSpaceId): RgbSpaceId =>
  SPACE_SUFFIXES[lookSpace] ? lookSpace : 'adobe-rgb';

/** @param haldPath makes the path that the profile names the Hald picture by, from its file name */
export function exportPp3(
  { look }: Style,
  baseName: string,
  haldPath: (name: string) => string,
  deflate?: Deflate,
): Exported {
  const space = pp3Space(look.space);
  const hald = formatHald(bakeLutIn(look, HALD_LEVEL ** 2, space), deflate);
  const name = `${baseName} ${SPACE_SUFFIXES[space]}.png`;
  const losses: Loss[] = [{ code: 'companion', values: { name } }];
  if (space !== look.space) losses.push({ code: 'other-space', values: { space: RGB_SPACES[space].label } });
  return {
    content: formatKeyFile({
      'Film Simulation': { Enabled: 'true', ClutFilename: haldPath(name), Strength: '100' },
    }),
    companion: { name, content: hald },
    roundTrip: measureRoundTrip(look, lutMapperIn(parseHald(hald, space), look.space)),
    losses,
  };
}
