import type { RegisteredPictures } from '../engine/measureStyle';
import type { Evidence } from './evidence';

/** What crosses to the worker: the pictures and nothing else. */
export function onlyPictures({ digital, registeredFilm, reliability }: Evidence): RegisteredPictures {
  return { digital, registeredFilm, reliability };
}
