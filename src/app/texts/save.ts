/** Keeping, opening and exporting a look. */
import { formatNumber } from '../formatNumber';

/** “a” · “a” and “b” · “a”, “b” and “c” */
function quoted(names: readonly string[]): string {
  const all = names.map((name) => `“${name}”`);
  return [all.slice(0, -1).join(', '), all[all.length - 1]].filter(Boolean).join(' and ');
}

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
    restored: (name: string) => `“${name}”, your last look, is still here.`,
    matchForPictures: 'Match again to see its pictures.',
    rereading: 'Reading its pictures again',
    picturesBack: (name: string) => `“${name}” and its pictures are as you left them.`,
    /** What is closed can be opened; what was changed since cannot be compared as it was. */
    picturesGone: (closed: readonly string[], changed: readonly string[]) =>
      [
        changed.length === 0
          ? ''
          : `${quoted(changed)} ${changed.length === 1 ? 'has' : 'have'} changed since the match. Match again to compare it as it is now.`,
        closed.length === 0
          ? ''
          : `Open ${quoted(closed)} again: the pictures are shown as soon as they are open.`,
      ]
        .filter(Boolean)
        .join(' '),
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
