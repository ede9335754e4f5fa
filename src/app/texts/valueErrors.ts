/** Values that Photoshop’s layers cannot take. */
import type { TextWithRemedy } from './textWithRemedy';

export const VALUE_ERRORS = {
  'adjustment.outOfRange': {
    title: 'Photoshop cannot hold {value} at {field}.',
    remedy: 'It takes {min} to {max}. Change the value, or match again.',
  },
  'adjustment.notWhole': {
    title: 'Photoshop takes whole numbers only; {field} is {value}.',
    remedy: 'Round the value, or save the style again with the current version of Filmfit.',
  },
  'adjustment.notANumber': {
    title: 'There is no number at {field}.',
    remedy: 'The style is damaged: restore it from a backup, or match again.',
  },
  'adjustment.curvePointCount': {
    title: 'The curve {field} has {value} points; Photoshop takes {min} to {max}.',
    remedy: 'Remove points from the curve, or match again.',
  },
  'adjustment.curveUnsorted': {
    title: 'The points of the curve {field} are not in order (at input {value}).',
    remedy: 'Sort them by their input, or match again.',
  },
  'adjustment.curveTooClose': {
    title: 'Two points of the curve {field} are too close to each other (at input {value}).',
    remedy: 'Photoshop wants at least {min} levels between them: remove or move one.',
  },
  'adjustment.handlesUnsorted': {
    title: 'The handles of the color range {field} are not in order.',
    remedy:
      'Once round the color wheel they go: outer, inner, inner, outer. Match again if you did not edit them.',
  },
  'adjustment.lutLength': {
    title: 'The color table {field} has {value} values; a table of size {size} needs {expected}.',
    remedy: 'Load the table again from its .cube file, or match again.',
  },
  'adjustment.unknownKind': {
    title: 'This version of Filmfit does not know “{value}” ({field}).',
    remedy: 'Update Filmfit, or save the style again with this version.',
  },
  adjustment: {
    title: 'The style holds a value that Photoshop cannot take ({field}).',
    remedy: 'Save the style again with the current version of Filmfit.',
  },
} satisfies Record<string, TextWithRemedy>;
