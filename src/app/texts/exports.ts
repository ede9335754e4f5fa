/** What every export format is called and is for, and what it may lose, in words. */
import type { ExportId } from '../../formats/export/exporter';
import type { Loss, LossCode } from '../../formats/export/losses';
import { fillBlanks } from './fillBlanks';

export interface ExportText {
  /** A few words, for a list. */
  readonly label: string;
  /** Which programs take it. */
  readonly use: string;
  /** What the size means, where there is a choice. */
  readonly size?: string;
}

const NODES = 'Steps of the LUT along each axis';

export const EXPORT_TEXTS: Readonly<Record<ExportId, ExportText>> = {
  filmfit: { label: 'Filmfit style', use: 'Filmfit itself: the look, the layers and where they come from' },
  cube: {
    label: '3D LUT (.cube)',
    use: 'Photoshop, Premiere, Resolve, Final Cut, OBS, darktable, Affinity',
    size: NODES,
  },
  hald: {
    label: 'Hald picture (.png)',
    use: 'RawTherapee, digiKam, G’MIC, ImageMagick, ffmpeg',
    size: 'Level: 8 has 64 steps along each axis, 12 has 144',
  },
  '3dl': { label: '3D LUT (.3dl)', use: 'Flame, Lustre, Photoshop', size: NODES },
  'icc-devicelink': {
    label: 'ICC device link',
    use: 'Photoshop’s Color Lookup (“Device Link”), color-managed converters',
  },
  'icc-abstract': {
    label: 'ICC abstract profile',
    use: 'Photoshop’s Color Lookup (“Abstract”), for pictures in any space',
  },
  'icc-camera': { label: 'ICC input profile', use: 'Capture One, as a camera’s profile (experimental)' },
  dcp: { label: 'Camera profile (.dcp)', use: 'Lightroom, Camera Raw, RawTherapee, darktable: raw files' },
  'xmp-profile': {
    label: 'Creative profile (.xmp)',
    use: 'Lightroom, Camera Raw: the whole look, with an amount',
  },
  'xmp-preset': { label: 'Preset (.xmp)', use: 'Lightroom, Camera Raw: point curves only, no sliders' },
  costyle: { label: 'Style (.costyle)', use: 'Capture One: curves only' },
  pp3: { label: 'RawTherapee profile (.pp3)', use: 'RawTherapee, with a Hald picture beside it' },
  'pp3-curves': { label: 'RawTherapee profile, curves only', use: 'RawTherapee, without any picture' },
  dtstyle: { label: 'darktable style (.dtstyle)', use: 'darktable, with a .cube beside it', size: NODES },
  acv: { label: 'Curves preset (.acv)', use: 'Photoshop’s Curves, ffmpeg' },
  psd: { label: 'Photoshop document (.psd)', use: 'Photoshop, Affinity: the layers, live, on a picture' },
  actionjson: { label: 'Actions (.json)', use: 'Adobe’s Photoshop API and scripts: makes the layers' },
  json: { label: 'Plain numbers (.json)', use: 'programs and scripts of your own', size: NODES },
};

export const LOSS_TEXTS: Readonly<Record<LossCode, string>> = {
  'grain-and-halation': 'Grain and halation stay behind: a table of colors cannot hold them.',
  'curves-only':
    'Only the curves along the gray axis are kept: hue shifts, saturation and mixing of channels are lost.',
  'curves-unproved':
    'How {program} applies its curves is not published. Grays will be right; the difference of colors shown here is a model.',
  rounded: 'Values are rounded to {bits} bits.',
  'other-space': 'The table is made for {space}, since the program does not know the space of the look.',
  'chosen-space':
    'The look was learned in {lookSpace}: colors that only one of {space} and {lookSpace} can hold are clipped.',
  'space-in-name':
    'RawTherapee takes a Hald picture for sRGB unless its name ends in the name of the space ({space}).',
  companion: 'The look itself is in “{name}”, which has to stay where it is.',
  'companion-in-lut-folder': 'Put “{name}” into the folder for 3D LUTs that {program}’s settings name.',
  'base-rendering':
    'The look was learned on finished {space} pictures: on raw files it acts on top of the base profile, which may render differently from that photo.',
  'outside-gamut': 'Colors outside of {space} are changed like the nearest color inside.',
  'no-neutral-tint':
    'Tinted grays stay gray, and curves that differ by channel are lost: a camera profile works by hue and saturation.',
  'fixed-end-points':
    'Black stays black and white stays white: faded blacks cannot be said in a camera profile.',
  'generic-camera':
    'Without a base profile it is made for a generic camera. Give the .dcp of your camera to get one for it.',
  'base-without-curve':
    'The base profile names no tone curve: the look is made for pictures developed with a linear one.',
  experimental: 'Experimental: nobody has proved it in {program} itself.',
  layers: 'The layers come near the look, not all the way; the difference is stated.',
  chart: 'The layers stand on a color chart: no picture was given.',
};

export function lossText({ code, values = {} }: Loss): string {
  return fillBlanks(LOSS_TEXTS[code], values);
}
