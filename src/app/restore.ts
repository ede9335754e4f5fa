/** The look that was worked on outlives a reload of the plugin, with what was changed on it; the pictures do not. */
import { notify, type SessionContext } from './context';
import { freshStyle } from './freshStyle';
import { applyEdits } from './look/applyEdits';
import { startHistory } from './look/editHistory';
import { readEdits } from './look/lookEdits';
import { formatCurrentStyle, parseStyleText } from './styleText';
import { TEXTS } from './texts';

/** As it was learned, with the layers as they are now. */
const STYLE_FILE = 'last-look.json';
const EDITS_FILE = 'last-edits.json';

/** Failing to keep it is not worth a message: the look is still in the panel. */
export async function keepForLater({ host, store, today }: SessionContext): Promise<void> {
  const { style, layerOptions, editHistory } = store.get();
  if (style === null) return;
  const learned = { style: { ...style, look: style.fitted }, layerOptions };
  try {
    await host.writeData(STYLE_FILE, formatCurrentStyle(learned, today()));
    await host.writeData(EDITS_FILE, JSON.stringify(editHistory.present));
  } catch {
    return;
  }
}

/** A look that can no longer be read is left alone: there is nothing that the user could do about it. */
export async function restore(context: SessionContext): Promise<void> {
  const { host, store } = context;
  const text = await host.readData(STYLE_FILE);
  if (text === null || store.get().style !== null) return;
  try {
    const learned = parseStyleText(text, STYLE_FILE);
    const edits = readEdits(await host.readData(EDITS_FILE));
    const style = { ...learned.style, look: applyEdits(learned.style.fitted, edits) };
    store.set({ ...freshStyle({ ...learned, style }), editHistory: startHistory(edits) });
    notify(context, 'save', { tone: 'notice', title: TEXTS.save.restored(style.look.name) });
  } catch {
    return;
  }
}
