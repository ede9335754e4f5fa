/** The current style as the text of a style file, and back. */
import { formatStyle } from '../formats/style/formatStyle';
import { parseStyle } from '../formats/style/parseStyle';
import type { CurrentStyle } from './state';

/** @param date ISO, kept with the look */
export function formatCurrentStyle({ look, stack, metrics }: CurrentStyle, date: string): string {
  const dated = { ...look, provenance: { ...look.provenance, date } };
  return formatStyle({ look: dated, stack, ...(metrics ? { metrics } : {}) });
}

/** @throws UserError as `parseStyle` does */
export function parseStyleText(text: string, fileName: string): CurrentStyle {
  const { look, stack, metrics } = parseStyle(text, fileName);
  return { look, stack, metrics: metrics ?? null, origin: 'file' };
}
