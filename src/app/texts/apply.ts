/** The Apply tab. */
import type { Verification } from '../../photoshop/photoshopHost';
import { formatNumber } from '../formatNumber';

export const APPLY_TEXTS = {
  heading: 'Apply',
  button: 'Apply',
  buttonTo: (name: string) => `Apply to ${name}`,
  target: 'Document',
  strength: 'Strength',
  strengthAs: 'Strength as',
  strengthWays: { opacity: 'Group opacity', baked: 'Baked in' },
  strengthHelp: {
    opacity: 'The opacity of the group: you can change it in the Layers panel later.',
    baked: 'The layers themselves become weaker; the group stays at 100 %.',
  },
  withLight: 'With exposure and white balance',
  withLightHelp: 'Without: only the film’s colors and contrast, the light stays that of the photo.',
  matchFrame: 'Match this frame exactly',
  matchFrameHelp: 'Also the exposure and the lab’s correction that this one frame had, unlike its roll.',
  /** Why a frame cannot be matched more exactly. */
  matchFrameUnknown: 'From two pairs on, what is this frame’s own can be told from the film’s look.',
  strengthMeaning: '100 % is the whole look, 50 % half of the way to it.',
  /** How far the layers of each kind are from the look. */
  distances: 'ΔE of the layers to the look',
  distancesHelp:
    'How far the colors that the layers make are from those of the look, on average: below 1 hardly visible. Exact holds the look itself.',
  /** In place of a number. */
  measuring: '…',
  noPreview: 'Open an RGB document to see the look on it before applying.',
  removed: 'The look was removed.',
  recordedStep: (look: string) => `Filmfit: apply “${look}”`,
  maskFromSelection: 'Mask with the selection',
  keepEarlier: 'Keep the earlier look below',
  rollBackIfDifferent: 'Take back if Photoshop differs',
  applying: 'Building the layers…',
  noTarget: 'Open a document to apply the look to.',
  done: (group: string) => `“${group}” was added.`,
  layers: (names: readonly string[]) => `Layers: ${names.join(', ')}.`,
  stackKind: 'Layers',
  stackKinds: {
    classic: 'Classic: Curves, Hue/Saturation, Color Balance',
    extended: 'Extended: also Channel Mixer, Selective Color',
    exact: 'Exact: one Color Lookup',
  },
  stackNames: { classic: 'Classic', extended: 'Extended', exact: 'Exact' },
  stackKindHelp: {
    classic: 'Easy to change by hand afterwards.',
    extended: 'Nearer to the film, more layers.',
    exact: 'The whole look in one layer that cannot be changed by hand.',
  },
  batchHeading: 'Several documents',
  all: 'Apply to all open',
  resultLine: (name: string, result: string) => `${name}: ${result}`,
  doneAll: (done: number, all: number) => `Applied to ${done} of ${all} open documents.`,
  groupsHeading: 'In this document',
  editGroup: 'Edit this look',
  removeGroup: 'Remove',
  otherSpace: (look: string, document: string) =>
    `The look was learned in ${look}, the document is in ${document}: colors will differ a little. Match in this document, or convert it.`,
  groupLayers: (names: readonly string[]) => names.join(', '),
  groupSelected: 'Selected in the Layers panel',
  replaces: (name: string) => `Apply updates “${name}”.`,
  undoHint: 'One step in the History panel takes it back.',
  levelsHelp: '255 levels lie between black and white; one of them cannot be seen.',
  verdict: ({ verdict, maxLevels }: Verification) =>
    verdict === 'not-checked'
      ? 'The result could not be read back.'
      : verdict === 'verified'
        ? maxLevels < 0.5
          ? 'Verified: Photoshop shows exactly what was predicted.'
          : `Verified: Photoshop shows what was predicted, to within ${formatNumber(Math.ceil(maxLevels))} of 255 levels.`
        : `Photoshop shows something else than predicted, by up to ${formatNumber(Math.ceil(maxLevels))} of 255 levels. Other layers may lie above or below the group.`,
} as const;
