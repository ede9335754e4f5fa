/** The look that was worked on outlives a reload of the plugin, with what was changed on it; earlierMatch shows its pictures again. */
import type { SessionContext } from './context';
import { formatMatch, MATCH_FILE } from './earlierMatch/matchFile';
import { freshStyle } from './freshStyle';
import { applyEdits } from './look/applyEdits';
import { startHistory } from './look/editHistory';
import { readEdits } from './look/lookEdits';
import type { CurrentStyle, Evidence } from './state';
import { formatCurrentStyle, parseStyleText } from './styleText';

/** As it was learned, with the layers as they are now. */
const STYLE_FILE = 'last-look.json';
const EDITS_FILE = 'last-edits.json';

/** @returns what keeps the state of the work. Failing to keep it is not worth a message: the look is still in the panel. */
export function createKeeper({ host, store, today }: SessionContext): () => Promise<void> {
  let kept: Evidence | null = null;
  return async () => {
    const { style, layerOptions, editHistory, evidence } = store.get();
    if (style === null) return;
    const learned = { style: { ...style, look: style.fitted }, layerOptions };
    try {
      await host.writeData(STYLE_FILE, formatCurrentStyle(learned, today()));
      await host.writeData(EDITS_FILE, JSON.stringify(editHistory.present));
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
    const learned = parseStyleText(text, STYLE_FILE);
    const edits = readEdits(await host.readData(EDITS_FILE));
    const style = { ...learned.style, look: applyEdits(learned.style.fitted, edits) };
    store.set({ ...freshStyle({ ...learned, style }), editHistory: startHistory(edits) });
    return style;
  } catch {
    return null;
  }
}
