/** Keeping, opening and exporting a look. */
import { formatNumber } from '../formatNumber';

export const SAVE_TEXTS = {
  save: {
    heading: 'Keep and export',
    exportAs: 'Export for other programs',
    export: 'Export…',
    exporting: 'Writing…',
    size: 'Size',
    space: 'For pictures in',
    ownSpace: (space: string) => `${space}, as the look was learned`,
    twoFiles: 'Writes two files into a folder.',
    chooseBase: 'Choose your camera’s profile (.dcp)…',
    baseChosen: (name: string) => `Made for the camera of “${name}”`,
    savedBeside: (folder: string, name: string, companion: string) =>
      `Saved “${name}” and “${companion}” into “${folder}”.`,
    keep: 'Keep in Stocks',
    firstHeading: 'Have a look already?',
    restored: (name: string) => `“${name}”, your last look, is still here. Match again to see its pictures.`,
    faithful: (mean: number, p95: number) =>
      `Read back, the file differs from the look by ΔE ${formatNumber(mean, 2)} on average, ${formatNumber(p95, 2)} for 95 % of all colors.`,
    saveStyle: 'Save style…',
    forSpace: (space: string) => `Made for pictures in ${space}.`,
    forAnySpace: 'Made for pictures in any space: the program converts their colors.',
    openStyle: 'Open style…',
    openStyleFirst: 'Or open a style that you saved earlier:',
    saved: (name: string) => `Saved as “${name}”.`,
    opened: (name: string) => `“${name}” is ready to be applied.`,
  },

  fileTypes: {
    style: 'Filmfit style',
    library: 'Filmfit stocks',
    lut: '3D LUT',
    hald: 'Hald picture',
    curves: 'Curves preset',
    dcp: 'Camera profile',
    report: 'Filmfit report',
  },
} as const;
