/** The look as files for other programs: which, how, and where they go. */
import type { RgbSpaceId } from '../engine/color/rgbSpace';
import { nextTurn } from '../compute/runSliced';
import { UserError } from '../engine/userError';
import type { Exported } from '../formats/export/exported';
import type { ExportId } from '../formats/export/exporter';
import { buildDescriptor } from '../photoshop/descriptors/descriptorOf';
import { createPicking, notify, type SessionContext } from './context';
import { exportSize, panelExporter, type ExportChoices } from './exportFormats';
import { EXPORT_TEXTS, lossText } from './exportTexts';
import { fileName } from './fileName';
import type { Notice } from './state';
import { TEXTS } from './texts';

export interface ExportActions {
  chooseFormat(format: ExportId): void;
  chooseSize(size: number): void;
  /** Null is the space of the look. */
  chooseSpace(space: RgbSpaceId | null): void;
  /** Asks for the profile of the user's camera. */
  chooseBaseDcp(): Promise<void>;
  exportLook(): Promise<void>;
}

const DCP = { extension: 'dcp', label: TEXTS.fileTypes.dcp };

/** @param settle waits until the layers are those of the look as it is now */
export function createExportActions(context: SessionContext, settle: () => Promise<void>): ExportActions {
  const { host, store } = context;
  const once = createPicking(context, 'save');
  const choose = (change: Partial<ExportChoices>) =>
    store.set(({ exportChoices }) => ({ exportChoices: { ...exportChoices, ...change } }));

  /** @param pathOf where the file beside will lie */
  function written(baseName: string, pathOf?: (name: string) => string): Exported {
    const { style, settings, exportChoices } = store.get();
    if (style === null) throw new UserError('no-style');
    const exporter = panelExporter(exportChoices.format);
    const size = exportSize(exporter, exportChoices, settings.cubeSize);
    const { space, baseDcp } = exportChoices;
    const { look, stack } = style;
    return exporter.export(
      { look, stack },
      {
        baseName,
        describe: buildDescriptor,
        ...(size !== null && { size }),
        ...(space !== null && exporter.takesSpace && { space }),
        ...(baseDcp !== null && { baseDcp }),
        ...(pathOf && { pathOf }),
      },
    );
  }

  /** One file where the user says, or two into a folder: only then is it known where the second one is. */
  async function save(name: string): Promise<{ readonly place: string; readonly exported: Exported } | null> {
    const { format } = store.get().exportChoices;
    const { extension, hasCompanion } = panelExporter(format);
    const suggested = fileName(name, extension);
    const baseName = suggested.slice(0, -extension.length - 1);
    let exported: Exported | null = null;
    let place: string | null;
    if (hasCompanion) {
      place = await host.saveToFolder((folderPath) => {
        exported = written(baseName, (beside) => joined(folderPath, beside));
        const { content, companion } = exported;
        return [{ name: suggested, content }, ...(companion ? [companion] : [])];
      });
    } else {
      exported = written(baseName);
      const type = { extension, label: EXPORT_TEXTS[format].label };
      place = await host.saveFile(suggested, type, exported.content);
    }
    return place === null || exported === null ? null : { place, exported };
  }

  return {
    chooseFormat: (format) => choose({ format }),
    chooseSize: (size) => {
      const { format, sizes } = store.get().exportChoices;
      choose({ sizes: { ...sizes, [format]: size } });
    },
    chooseSpace: (space) => choose({ space }),

    chooseBaseDcp: () =>
      once(async () => {
        const [file] = await host.openFiles([DCP]);
        if (file) choose({ baseDcp: { fileName: file.name, bytes: await file.bytes() } });
      }),

    exportLook: () =>
      once(async () => {
        store.set({ exporting: true });
        try {
          await settle();
          await nextTurn();
          const saved = await save(store.get().style?.look.name ?? '');
          if (saved !== null) notify(context, 'save', exportedNotice(saved.place, saved.exported));
        } finally {
          store.set({ exporting: false });
        }
      }),
  };
}

/** As the system of the folder writes paths. */
function joined(folder: string, name: string): string {
  const separator = folder.includes('\\') ? '\\' : '/';
  return folder.endsWith(separator) ? folder + name : `${folder}${separator}${name}`;
}

/** What was written, how faithful it is, and what it cannot say. */
function exportedNotice(place: string, { roundTrip, losses, companion }: Exported): Notice {
  const { mean, p95 } = roundTrip.deltaE2000;
  return {
    tone: 'positive',
    title: companion ? TEXTS.save.savedBeside(place, companion.name) : TEXTS.save.saved(place),
    remedy: TEXTS.save.faithful(mean, p95),
    ...(losses.length > 0 ? { details: losses.map(lossText) } : {}),
  };
}
