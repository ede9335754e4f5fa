/** Files in and out: the LUT for other programs, and the style to keep. */
import { UserError } from '../engine/userError';
import { createPicking, notify, type SessionContext } from './context';
import type { ExportId } from '../formats/export/exporter';
import { panelExporter } from './exportFormats';
import { EXPORT_TEXTS, lossText } from './exportTexts';
import { fileName } from './fileName';
import { freshStyle } from './freshStyle';
import type { CurrentStyle, Notice } from './state';
import { formatCurrentStyle, parseStyleText } from './styleText';
import { styleThumbnail } from './styleThumbnail';
import { TEXTS } from './texts';

const STYLE = { extension: 'json', label: TEXTS.fileTypes.style };

export interface FileActions {
  chooseFormat(format: ExportId): void;
  exportLook(): Promise<void>;
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
    chooseFormat: (exportFormat) => store.set({ exportFormat }),

    exportLook: () =>
      once(async () => {
        await settle();
        const { settings, exportFormat } = store.get();
        const { look, stack } = currentStyle(store.get().style);
        const exporter = panelExporter(exportFormat);
        const suggested = fileName(look.name, exporter.extension);
        const { content, roundTrip, losses } = exporter.export(
          { look, stack },
          {
            baseName: suggested.slice(0, -exporter.extension.length - 1),
            ...(exporter.sizes.includes(settings.cubeSize) && { size: settings.cubeSize }),
          },
        );
        const type = { extension: exporter.extension, label: EXPORT_TEXTS[exportFormat].label };
        const saved = await host.saveFile(suggested, type, content);
        if (saved === null) return;
        notify(context, 'save', exportedNotice(saved, roundTrip.deltaE2000.mean, losses.map(lossText)));
      }),

    saveStyle: () =>
      once(async () => {
        await settle();
        const style = currentStyle(store.get().style);
        const { layerOptions } = store.get();
        const thumbnail = await styleThumbnail(context, style.look);
        const text = formatCurrentStyle({ style, layerOptions, thumbnail }, context.today());
        const saved = await host.saveFile(fileName(style.look.name, 'json'), STYLE, text);
        if (saved !== null) notify(context, 'save', { tone: 'positive', title: TEXTS.save.saved(saved) });
      }),

    openStyle: () =>
      once(async () => {
        const file = await host.openTextFile([STYLE]);
        if (file === null) return;
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

/** What was written, how faithful it is, and what it cannot say. */
function exportedNotice(file: string, deltaE2000: number, losses: readonly string[]): Notice {
  return {
    tone: 'positive',
    title: TEXTS.save.saved(file),
    remedy: TEXTS.save.faithful(deltaE2000),
    ...(losses.length > 0 ? { details: losses } : {}),
  };
}
