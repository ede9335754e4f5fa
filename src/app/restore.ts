/** The look that was worked on outlives a reload of the plugin, with what was changed on it; earlierMatch shows its pictures again. */
import type { SessionContext } from './context';
import { formatMatch, MATCH_FILE } from './earlierMatch/matchFile';
import { freshStyle } from './freshStyle';
import type { CurrentStyle } from './currentStyle';
import type { Evidence } from './evidence';
import { formatCurrentStyle, parseStyleText } from './styleText';

const STYLE_FILE = 'last-look.json';

/** @returns what keeps the state of the work. Failing to keep it is not worth a message: the look is still in the panel. */
export function createKeeper({ host, store, today }: SessionContext): () => Promise<void> {
  let kept: Evidence | null = null;
  return async () => {
    const { style, layerOptions, evidence } = store.get();
    if (style === null) return;
    try {
      await host.writeData(STYLE_FILE, formatCurrentStyle({ style, layerOptions }, today()));
      if (evidence === null || evidence === kept || style.origin !== 'match') return;
      await host.writeData(MATCH_FILE, formatMatch(evidence));
      kept = evidence;
    } catch {
      return;
    }
  };
}

/** @returns null when there is none. One that can no longer be read is left alone: there is nothing that the user could do about it. */
export async function restoreStyle({ host, store }: SessionContext): Promise<CurrentStyle | null> {
  const text = await host.readData(STYLE_FILE);
  if (text === null || store.get().style !== null) return null;
  try {
    const kept = parseStyleText(text, STYLE_FILE);
    store.set(freshStyle(kept));
    return kept.style;
  } catch {
    return null;
  }
}
