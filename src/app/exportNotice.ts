/** What was written for other programs: which files, for which pictures, how faithful, and what the format cannot say. */
import type { RgbSpaceId } from '../engine/color/rgbSpace';
import type { Exported } from '../formats/export/exported';
import type { Notice } from './notice';
import { lossText } from './lossText';
import { TEXTS } from './texts';

export interface WrittenFiles {
  /** Names as they were written, the file itself first. */
  readonly names: readonly string[];
  /** Null where the user chose the file and not a folder. */
  readonly folder: string | null;
  /** Of the pictures that they are for; null is any. */
  readonly space: RgbSpaceId | null;
  readonly exported: Exported;
}

export function exportNotice({ names, folder, space, exported }: WrittenFiles): Notice {
  const { mean, p95 } = exported.roundTrip.deltaE2000;
  const [name, companion] = names;
  const texts = TEXTS.save;
  return {
    tone: 'positive',
    title: folder === null ? texts.saved(name) : texts.savedBeside(folder, name, companion),
    remedy: `${spaceText(space)} ${texts.faithful(mean, p95)}`,
    ...(exported.losses.length > 0 && { details: exported.losses.map(lossText), showsDetails: true }),
  };
}

/** @param space of the pictures that a file is for; null is any */
export function spaceText(space: RgbSpaceId | null): string {
  return space === null ? TEXTS.save.forAnySpace : TEXTS.save.forSpace(TEXTS.spaces[space] ?? space);
}
