/** The look that was worked on outlives a reload of the plugin, with what was changed on it; the pictures do not. */
import { notify, type SessionContext } from './context';
import { freshStyle } from './freshStyle';
import { formatCurrentStyle, parseStyleText } from './styleText';
import { TEXTS } from './texts';

const STYLE_FILE = 'last-look.json';

/** Failing to keep it is not worth a message: the look is still in the panel. */
export async function keepForLater({ host, store, today }: SessionContext): Promise<void> {
  const { style, layerOptions } = store.get();
  if (style === null) return;
  try {
    await host.writeData(STYLE_FILE, formatCurrentStyle({ style, layerOptions }, today()));
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
    const kept = parseStyleText(text, STYLE_FILE);
    store.set(freshStyle(kept));
    notify(context, 'save', { tone: 'notice', title: TEXTS.save.restored(kept.style.look.name) });
  } catch {
    return;
  }
}
