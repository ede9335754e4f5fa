/** What Photoshop, its documents and its layers can refuse. */
import type { TextWithRemedy } from './textWithRemedy';

export const PHOTOSHOP_ERRORS = {
  'mode-not-rgb': {
    title: '“{name}” is not an RGB document.',
    remedy: 'Convert it with Image › Mode › RGB Color.',
  },
  'depth-32': {
    title: '“{name}” has 32 bits per channel.',
    remedy: 'Convert it with Image › Mode › 16 Bits/Channel.',
  },
  'convert-failed': {
    title: 'Photoshop did not convert “{name}”.',
    remedy: 'It is as it was before. Convert a copy with Image › Mode › RGB Color, 8 or 16 Bits/Channel.',
  },
  'empty-layer': {
    title: '“{name}” holds no pixels.',
    remedy: 'Choose another layer or the whole document.',
  },
  'host-busy': {
    title: 'Photoshop is busy with something else.',
    remedy: 'Close the open dialog, or wait for the other plugin, and try again.',
  },
  'host-refused': {
    title: 'Photoshop refused a command.',
    remedy: 'The document is as it was before. Photoshop says: {detail}',
  },
  'document-closed': {
    title: 'The document has been closed.',
    remedy: 'Open it again, or choose another one.',
  },
  'layer-gone': {
    title: 'The layer is no longer there.',
    remedy: 'Choose another layer or the whole document.',
  },
  'layer-values-differ': {
    title: 'Photoshop did not take the values of “{name}”.',
    remedy: 'The document is as it was before. Run “Filmfit: check this Photoshop” and send us the report.',
  },
  'texture-size': {
    title: 'Grain and halation were made for another size than “{name}” has.',
    remedy: 'Choose the document again and apply once more.',
  },
  'apply-differs': {
    title: 'Photoshop renders the layers differently (by up to {levels} levels).',
    remedy: 'They were taken back, and the document is as it was before.',
  },
  'no-selection': {
    title: 'Nothing is selected in “{name}”.',
    remedy: 'Select a part of it with the marquee, or choose the whole picture.',
  },
  'recorded-step-damaged': {
    title: 'This step of the Action holds no look.',
    remedy: 'Record it again with Plugins › Filmfit › Apply stock…',
  },
  'no-target': { title: 'No document to apply to.', remedy: 'Open an RGB document and choose it.' },
} satisfies Record<string, TextWithRemedy>;
