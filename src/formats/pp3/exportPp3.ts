/**
 * RawTherapee's processing profile, a key file; here it only switches Film Simulation on:
 *
 *   [Film Simulation]
 *   Enabled=true
 *   ClutFilename=/home/me/cluts/Portra 400 sRGB.png      a Hald picture; absolute, or relative to the CLUT folder
 *   Strength=100
 */
import { exportHald } from '../hald/hald';
import type { Exported } from '../exported';
import type { Deflate } from '../image/deflate';
import type { Style } from '../style/style';

const HALD_LEVEL = 8;

/** RawTherapee reads the space of a Hald picture from the end of its name; these are its names. */
const SPACE_SUFFIXES = {
  srgb: 'sRGB',
  'adobe-rgb': 'AdobeRGB',
  'display-p3': 'sRGB',
  prophoto: 'ProPhoto',
  rec2020: 'Rec2020',
} as const;

/** @param haldPath makes the path that the profile names the Hald picture by, from its file name */
export function exportPp3(
  style: Style,
  baseName: string,
  haldPath: (name: string) => string,
  deflate?: Deflate,
): Exported {
  const hald = exportHald(style, HALD_LEVEL, deflate);
  const name = `${baseName} ${SPACE_SUFFIXES[style.look.space]}.png`;
  const lines = [
    '[Version]',
    'AppVersion=5.8',
    'Version=346',
    '',
    '[Film Simulation]',
    'Enabled=true',
    `ClutFilename=${haldPath(name).replace(/[\r\n]/g, ' ')}`,
    'Strength=100',
    '',
  ];
  return {
    content: lines.join('\n'),
    companion: { name, content: hald.content },
    roundTrip: hald.roundTrip,
    losses: [
      `The look is in “${name}”, which has to stay where it is.`,
      ...(style.look.space === 'display-p3'
        ? ['RawTherapee has no Display P3: it will take the LUT for sRGB.']
        : []),
    ],
  };
}
