/** The tab of settings and help. */
import { formatNumber } from '../formatNumber';

export const SETTINGS_TEXTS = {
  heading: 'Settings',
  analysis: 'Analysis size',
  analysisHelp:
    'Long edge of the pictures that are compared. Larger takes longer; normal is enough for nearly everything.',
  analysisSizes: { 600: 'Fast (600 px)', 1200: 'Normal (1200 px)', 1800: 'Fine (1800 px)' },
  cube: 'LUT size',
  cubeHelp: 'Steps per channel of exported LUTs. 33 is what most programs expect.',
  cubeSizes: { 17: '17', 33: '33 (usual)', 65: '65 (finest)' },
  layerKind: 'Layers',
  layerKindHelp: 'What Match makes. The Apply tab changes it for the look at hand.',
  groupNaming: 'Name of the group',
  groupNamingHelp: 'What the group of layers is called in the Layers panel.',
  groupNamings: {
    '{name}': 'Name of the look',
    'Filmfit {name}': 'Filmfit and name of the look',
    '{name} {date}': 'Name of the look and date',
  },
  helpHeading: 'Help',
  showGuide: 'Show the first steps',
  checkHeading: 'Check this Photoshop',
  check: 'Check now',
  checking: 'Checking…',
  checkHelp:
    'Tries out on documents of its own, which it closes again, how this Photoshop renders Filmfit’s layers. Your pictures are not touched. Takes about a minute.',
  checkPassed: (passed: number, version: string) => `Photoshop ${version}: all ${passed} checks passed.`,
  checkFailed: (failed: number, all: number, version: string) =>
    `Photoshop ${version}: ${failed} of ${all} checks failed.`,
  checkWorstHelp: 'Filmfit predicts what Photoshop’s layers do. Below 2 levels nobody sees the difference.',
  checkWorst: (layer: string, levels: number) =>
    `Largest difference from the prediction: ${formatNumber(levels, 1)} of 255 levels (${layer}).`,
  saveCheck: 'Save report…',
} as const;
