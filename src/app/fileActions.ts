/** The style as a file to keep, and back. */
import { UserError } from '../engine/userError';
import { createPicking, notify, type SessionContext } from './context';
import { fileName } from './fileName';
import { freshStyle } from './freshStyle';
import type { CurrentStyle } from './currentStyle';
import { STYLE_FILE, STYLE_FILES } from './styleFileTypes';
import { isLibrary } from './stocks/libraryFile';
import { formatCurrentStyle, parseStyleText } from './styleText';
import { styleThumbnail } from './styleThumbnail';
import { TEXTS } from './texts';

export interface FileActions {
  saveStyle(): Promise<void>;
  openStyle(): Promise<void>;
}

export function createFileActions(
  context: SessionContext,
  settle: () => Promise<void>,
  onStyle: () => void,
): FileActions {
  const { host, store } = context;
  const once = createPicking(context, 'save');

  return {
    saveStyle: () =>
      once(async () => {
        await settle();
        const style = currentStyle(store.get().style);
        const { layerOptions } = store.get();
        const thumbnail = await styleThumbnail(context, style.look);
        const text = formatCurrentStyle({ style, layerOptions, thumbnail }, context.today());
        const saved = await host.saveFile(fileName(style.look.name, STYLE_FILE.extension), STYLE_FILE, text);
        if (saved !== null) notify(context, 'save', { tone: 'positive', title: TEXTS.save.saved(saved) });
      }),

    openStyle: () =>
      once(async () => {
        const file = await host.openTextFile(STYLE_FILES);
        if (file === null) return;
        if (isLibrary(file.text)) throw new UserError('style-is-library', { file: file.name });
        const opened = parseStyleText(file.text, file.name);
        store.set(freshStyle(opened));
        onStyle();
        notify(context, 'save', { tone: 'positive', title: TEXTS.save.opened(opened.style.look.name) });
      }),
  };
}

function currentStyle(style: CurrentStyle | null): CurrentStyle {
  if (style === null) throw new UserError('no-style');
  return style;
}
