/** What the command line says about trouble, by `UserError.code`; engine and style codes are in src/app/texts. */
import type { TextWithRemedy } from '../app/texts';

export const CLI_ERRORS: Readonly<Record<string, TextWithRemedy>> = {
  'file-missing': { title: '“{file}” does not exist.', remedy: 'Check the name and the folder.' },
  'file-not-readable': {
    title: '“{file}” may not be read.',
    remedy: 'Change its permissions, or copy it to a folder of yours.',
  },
  'file-not-writable': {
    title: '“{file}” may not be written.',
    remedy: 'Choose another place for the output, or change the permissions of the folder.',
  },
  'file-is-a-directory': { title: '“{file}” is a folder.', remedy: 'Give the name of a file.' },
  'file-not-a-directory': {
    title: '“{file}” is a file, not a folder.',
    remedy: 'Give the name of a folder.',
  },
  'file-no-directory': {
    title: '“{file}” cannot be written: its folder does not exist.',
    remedy: 'Create the folder {directory} first.',
  },
  'file-disk-full': {
    title: '“{file}” cannot be written: the disk is full.',
    remedy: 'Make room and try again.',
  },
  'file-too-large': {
    title: '“{file}” is larger than 4 GB.',
    remedy: 'Save a smaller copy; about 24 megapixels is all that a match needs.',
  },
  'file-read-failed': {
    title: '“{file}” cannot be read ({detail}).',
    remedy: 'Check the disk that it is on.',
  },
  'file-write-failed': {
    title: '“{file}” cannot be written ({detail}).',
    remedy: 'Check the disk, or choose another place.',
  },
  'image-empty': { title: '“{file}” is empty.', remedy: 'Copy or export it again.' },
  'image-unknown-format': {
    title: '“{file}” is not a TIFF, PNG or JPEG picture.',
    remedy: 'Filmfit reads TIFF and PNG (8 or 16 bit) and JPEG. Raw files: develop and export them first.',
  },
  'image-damaged': {
    title: '“{file}” is damaged: {detail}.',
    remedy: 'Copy it again from its source, or export it again.',
  },
  'image-unsupported': { title: '“{file}” cannot be read: it has {detail}.', remedy: '{remedy}' },
  'image-too-large': {
    title: '“{file}” is too large: {width} × {height} pixels.',
    remedy: 'At most {limitMp} megapixels and 65,500 pixels a side. Save a smaller copy.',
  },
  'profile-lut': {
    title: '“{file}” has a color profile made of tables ({profile}), which Filmfit does not read.',
    remedy:
      'Convert the picture to sRGB, Adobe RGB (1998), Display P3, ProPhoto RGB or Rec. 2020 in the program that made it.',
  },
  'file-same-name': {
    title: '“{file}” would be written to the same place as “{other}”.',
    remedy: 'Apply them in two runs with two folders.',
  },
  'file-onto-itself': {
    title: '“{file}” would be written over itself.',
    remedy: 'Choose another folder for --out: originals are never touched.',
  },
  'style-not-json': {
    title: '“{file}” is not a Filmfit style: it cannot be read as JSON ({detail}).',
    remedy: 'Choose a .filmfit file, or the style.json that a match has written.',
  },
  'style-other-format': {
    title: '“{file}” is JSON, but not a Filmfit style.',
    remedy:
      'Choose a .filmfit file, or the style.json that a match has written (not report.json or stack.json).',
  },
  'style-newer': {
    title: '“{file}” was saved by a newer version of Filmfit.',
    remedy: 'Update Filmfit, or save the style again with this version.',
  },
  'style-invalid': {
    title: '“{file}” is a damaged style: {field}: {detail}.',
    remedy: 'Restore the file from a backup, or match again.',
  },
  'apply-no-grain': {
    title: '“{name}” has no grain: it was not measurable, or left out.',
    remedy: 'Apply without --grain, or match again with a scan in full size.',
  },
  'apply-no-halation': {
    title: '“{name}” has no halation: none was seen, or it was left out.',
    remedy: 'Apply without --halation.',
  },
  'inversion-invalid': {
    title: '“{file}” does not hold an inversion that can be used: {field}: {detail}.',
    remedy: 'Invert one frame again and save its numbers with --save.',
  },
  'inversion-missing': {
    title: '“{file}” holds no inversion.',
    remedy: 'Choose a file saved with --save, or the style of a match whose film was a negative.',
  },
  'inversion-other-space': {
    title: '“{file}” is for scans in {space}, “{scan}” is in {scanSpace}.',
    remedy: 'Scan or export all frames of a roll with the same profile.',
  },
  'negative-not-recognized': {
    title: '“{file}” does not look like a negative with an orange mask.',
    remedy:
      'If it is a negative, say which: --kind color, --kind color-pale or --kind black-and-white; or give a photo of the scene with --digital.',
  },
  'negative-is-positive': {
    title: '“{file}” is no negative: its tones run as those of the photo do.',
    remedy: 'Use it as it is. If it is a negative after all, say which with --kind.',
  },
  'flat-other-shape': {
    title: '“{flat}” has another shape than “{file}”.',
    remedy:
      'The flat frame has to be taken without film and with nothing moved: the light is known where the scan is.',
  },
  'align-too-few-matches': {
    title: 'Filmfit could not find the same scene in both pictures',
    remedy:
      'Check that film and digital show the same scene from nearly the same place, and crop borders and frames away.',
  },
  'align-small-overlap': {
    title: 'The pictures share only a small part of the scene.',
    remedy: 'Use a digital photo that shows most of what is on the film, or give points with --points.',
  },
  'align-degenerate-geometry': {
    title: 'What film and photo have in common lies on a line, or contradicts itself.',
    remedy:
      'Give points with --points, spread over the whole picture; each has to be the same place in both.',
  },
  'align-not-the-same-scene': {
    title: 'These pictures do not seem to show the same scene',
    remedy: 'Check which files are given as --film and --digital.',
  },
  'pair-twice': {
    title: '“{file}” with “{digital}” is the same pair as “{other}”, to the byte.',
    remedy: 'Give every pair once: a second time it would add no color and only seem to confirm the first.',
  },
  'points-invalid': {
    title: '“{file}” is not a list of point pairs: {detail}.',
    remedy: 'Write them as [{"film": {"x": 1, "y": 2}, "digital": {"x": 3, "y": 4}}, …].',
  },
  'cube-invalid': {
    title: '“{file}” is not a valid .cube file: line {line}: {detail}.',
    remedy: 'Export it again from the program that made it.',
  },
};

export const CLI_WARNINGS: Readonly<Record<string, TextWithRemedy>> = {
  'negative-blind': {
    title: 'The inversion is a guess from the scan alone; exposure and neutrals may be off.',
    remedy: 'With a digital photo of one frame of the roll (--digital) they are measured.',
  },
  'profile-unknown': {
    title:
      '“{file}” has a color profile that Filmfit does not know ({profile}). Its colors are read as sRGB.',
    remedy:
      'For exact colors convert the picture to sRGB, Adobe RGB (1998), Display P3, ProPhoto RGB or Rec. 2020 first.',
  },
  'profile-converted': {
    title:
      '“{file}” has a color profile of its own ({profile}); its colors are converted to {space} and back.',
    remedy: 'Nothing to do. For Photoshop layers convert the document to {space} first.',
  },
  'profile-gray': {
    title: '“{file}” is a gray picture.',
    remedy: 'A look learned from it is black and white.',
  },
  'space-converted': {
    title: '“{film}” ({filmSpace}) was converted to the space of “{digital}” ({digitalSpace}).',
    remedy: 'Nothing to do: the look is made for pictures in {digitalSpace}.',
  },
  'apply-converted': {
    title: '“{file}” is in {imageSpace}, the look in {lookSpace}: colors are converted there and back.',
    remedy:
      'Very saturated colors outside {lookSpace} are clipped. Convert the picture first if that matters.',
  },
  'apply-gray': {
    title: '“{file}” is a gray picture; the result is in color and its gray profile is dropped.',
    remedy: 'The result is to be read as {lookSpace}.',
  },
  'depth-reduced': {
    title: '“{file}” cannot hold 16 bits per channel: JPEG has 8.',
    remedy: 'Let the name end in .tif or .png to keep all of them.',
  },
  'import-space-assumed': {
    title: '“{file}” does not say which RGB it expects: sRGB is assumed.',
    remedy: 'If the colors look wrong, give its space: --space adobe-rgb, display-p3, prophoto or rec2020.',
  },
  'import-log-input': {
    title: '“{file}” seems to be made for log footage.',
    remedy: 'On photographs such a LUT gives far too much contrast. Choose the one for Rec. 709 or sRGB.',
  },
  'alpha-dropped': {
    title: '“{file}” cannot hold transparency.',
    remedy: 'Write a .tif or .png to keep it.',
  },
};

/** What a match says about inversion, grain and halation. */
export const TEXTURE_TEXTS = {
  inverted: {
    color: 'The film is a negative with an orange mask; inversion.json inverts the rest of the roll.',
    'color-pale': 'The film is a negative with a pale mask; inversion.json inverts the rest of the roll.',
    'black-and-white': 'The film is a black-and-white negative; inversion.json inverts the rest of the roll.',
  },
} as const;
