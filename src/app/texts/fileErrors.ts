/** What can be wrong with a file. */
import type { TextWithRemedy } from './textWithRemedy';

export const FILE_ERRORS = {
  'file-unreadable': {
    title: '“{file}{name}” cannot be read.',
    remedy: 'Check the file and its access rights. {detail}',
  },
  'file-not-written': {
    title: '“{name}” could not be written.',
    remedy: 'Check the free space and the access rights, or choose another folder.',
  },
  'style-not-json': {
    title: '“{file}” is no style file: {detail}.',
    remedy: 'Choose a file that Filmfit saved (.json or .filmfit).',
  },
  'style-other-format': {
    title: '“{file}” was not made by Filmfit.',
    remedy: 'Choose a file that Filmfit saved (.json or .filmfit).',
  },
  'style-is-library': {
    title: '“{file}” holds stocks.',
    remedy: 'Import it on the Stocks tab, then use one of them.',
  },
  'style-newer': {
    title: '“{file}” was made by a newer Filmfit (format {version}).',
    remedy: 'Update Filmfit to open it.',
  },
  'style-invalid': {
    title: '“{file}” is damaged at {field}.',
    remedy: 'Save the style again, or use an older copy. ({detail})',
  },
  'cube-invalid': {
    title: '“{file}” is no valid .cube file (line {line}).',
    remedy: 'Export it again from the program that made it. ({detail})',
  },
  'three-dl-invalid': {
    title: '“{file}” is not a valid .3dl file (line {line}).',
    remedy: 'Export it again from the program that made it. ({detail})',
  },
  'hald-invalid': {
    title: '“{file}” is not a Hald picture: {width} × {height} pixels.',
    remedy: 'A Hald picture is a square whose side is a cube: 512 × 512 or 1728 × 1728 pixels, say.',
  },
  'acv-invalid': {
    title: '“{file}” is not a valid .acv file: {detail}.',
    remedy: 'Save the curves again in Photoshop.',
  },
  'import-unknown': {
    title: '“{file}” is nothing that Filmfit can make a stock of.',
    remedy: 'Choose a style (.filmfit), a LUT (.cube, .3dl, Hald picture) or a curves preset (.acv).',
  },
  'import-too-large': {
    title: '“{file}” is too large for a LUT.',
    remedy: 'LUTs of 65 steps and Hald pictures of level 12 are as large as they need to be.',
  },
  'dcp-invalid': {
    title: '“{file}” is no camera profile that can be used: {detail}.',
    remedy: 'Choose the .dcp file of your camera.',
  },
  'image-empty': { title: '“{file}” is empty.', remedy: 'Copy or export it again.' },
  'image-damaged': { title: '“{file}” is damaged: {detail}.', remedy: 'Copy or export it again.' },
  'image-unsupported': { title: '“{file}” cannot be read: {detail}.', remedy: '{remedy}' },
  'image-unknown-format': {
    title: '“{file}” is no picture that can be read.',
    remedy: 'Use a TIFF, PNG or JPEG file.',
  },
  'image-too-large': {
    title: '“{file}” is too large ({width} × {height} px).',
    remedy: 'Save a smaller copy: at most {limitMp} megapixels.',
  },
  'stock-missing': {
    title: 'The file of “{name}” is gone or damaged.',
    remedy: 'Import the style again, if you exported it, and delete this entry.',
  },
  'library-damaged': {
    title: '“{file}” is damaged: {detail}.',
    remedy: 'Export the stocks again, or use an older copy.',
  },
  'psd.notPsd': {
    title: '“{file}” is no Photoshop file.',
    remedy: 'Choose a .psd or .psb file, or save it again in Photoshop.',
  },
  'psd.truncated': {
    title: '“{file}” is damaged: it ends too early (byte {byte}).',
    remedy: 'Copy it again from its source, or save it again in Photoshop.',
  },
  'psd.tooLarge': {
    title: '“{file}” is too large ({width} × {height} px).',
    remedy: 'Save a smaller copy.',
  },
  'psd.unsupportedDepth': {
    title: '“{file}” has {value} bits per channel.',
    remedy: 'Convert it with Image › Mode › 16 Bits/Channel (or 8) and save it again.',
  },
  psd: {
    title: '“{file}” holds something that Filmfit cannot read ({value}).',
    remedy: 'Save it again in Photoshop, with “Maximize Compatibility”.',
  },
} satisfies Record<string, TextWithRemedy>;
