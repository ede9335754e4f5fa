import { parseStyle } from '../formats/style/parseStyle';
import type { Style } from '../formats/style/style';
import { readTextFile } from './files';

/** @throws UserError `file-…`, `style-…` or `adjustment.…` */
export async function readStyle(file: string): Promise<Style> {
  return parseStyle(await readTextFile(file), file);
}
