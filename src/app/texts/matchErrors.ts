/** Why pictures cannot be matched, and a negative not inverted. */
import type { TextWithRemedy } from './textWithRemedy';

export const MATCH_ERRORS = {
  'picture-missing': {
    title: 'One of the pictures is no longer open.',
    remedy: 'Open it again, or choose another one.',
  },
  'stock-without-pairs': {
    title: '“{name}” was not learned from pictures.',
    remedy: 'Only a look from Match can take another pair.',
  },
  'stock-pairs-closed': {
    title: 'Some pictures of “{name}” are not open.',
    remedy: 'Open {pictures} and try again: all pairs are matched together.',
  },
  'stock-pair-known': {
    title: '“{name}” was already learned from this pair.',
    remedy: 'Choose another film picture and its photo on the Match tab.',
  },
  'align-too-few-matches': {
    title: 'Filmfit could not find the same scene in both pictures.',
    remedy:
      'Check that film and digital show the same scene from nearly the same place. Crop borders and frames away, and try a larger analysis size in Settings.',
  },
  'align-small-overlap': {
    title: 'The pictures share only a small part of the scene.',
    remedy:
      'Use a digital photo that shows most of what is on the film, or place at least four point pairs by hand.',
  },
  'align-not-the-same-scene': {
    title: 'These pictures do not seem to show the same scene.',
    remedy:
      'Check which documents are chosen as film and digital. If they are right, place at least four point pairs by hand.',
  },
  'align-degenerate-geometry': {
    title: 'What film and photo have in common lies on a line, or contradicts itself.',
    remedy:
      'Place point pairs by hand, spread over the whole picture, and check that each shows the same place in both.',
  },
  'points-count': {
    title: 'An alignment by hand takes {min} to {max} point pairs; there are {count}.',
    remedy: 'Place points on corners that both pictures show, spread over the whole picture.',
  },
  'points-outside': {
    title: 'Point {number} lies outside the {picture} picture.',
    remedy: 'Move it onto the picture, or remove it.',
  },
  'align-no-texture': {
    title: 'One of the pictures has hardly any detail.',
    remedy: 'Use a pair with edges and texture: a street, a room, a still life. Plain sky cannot be aligned.',
  },
  'no-style': {
    title: 'There is no look yet.',
    remedy: 'Match two pictures first, or open a saved style.',
  },
  'pair-missing': {
    title: 'Filmfit needs a film scan and a digital photo of the same scene.',
    remedy: 'Open both, as two documents or as two layers of one.',
  },
  'match-failed': { title: '{title}', remedy: '{remedy}' },
  'negative-not-recognized': {
    title: '“{name}” does not look like a negative with an orange mask.',
    remedy: 'If it is a negative, say which under “This document is”.',
  },
  'flat-other-shape': {
    title: '“{flat}” has another shape than “{name}”.',
    remedy:
      'The flat frame has to be taken without film and with nothing moved: the light is known where the scan is.',
  },
  'inversion-other-space': {
    title: 'The roll was scanned in {roll}, “{name}” is in {document}.',
    remedy: 'Convert the document to the profile of the roll, or switch the numbers of the roll off.',
  },
  'fit.too-few-samples': {
    title: 'Too few colors could be compared.',
    remedy: 'Use pictures that overlap more, or that are sharper and better exposed.',
  },
  'negative.no-film': {
    title: 'There is hardly any film in the scan.',
    remedy: 'Check the file: apart from black and white it holds nothing.',
  },
  'negative.area-outside': {
    title: 'The area for the film base lies outside of the scan.',
    remedy: 'Choose an area of unexposed film inside of the picture.',
  },
  'negative.too-few-colors': {
    title: 'The pair shows too few tones to invert the negative by.',
    remedy: 'Use a scene with shadows, mid tones and highlights.',
  },
  'fit.too-few-colors': {
    title: 'The pictures hold only {found} different colors where they overlap.',
    remedy: 'A look needs a scene with several colors and brightnesses: not a wall, not a gray card alone.',
  },
  fit: { title: 'The film’s colors could not be learned from this pair.', remedy: 'Try another pair.' },
} satisfies Record<string, TextWithRemedy>;
