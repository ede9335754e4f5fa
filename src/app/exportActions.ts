/** The look as files for other programs: which, how, and where they go. */
import type { RgbSpaceId } from '../engine/color/rgbSpace';
import { nextTurn } from '../compute/runSliced';
import { UserError } from '../engine/userError';
import type { Exported } from '../formats/export/exported';
import type { ExportId } from '../formats/export/exporter';
import { buildDescriptor } from '../photoshop/descriptors/descriptorOf';
import { createPicking, notify, type SessionContext } from './context';
import { exportSize, panelExporter, type ExportChoices } from './exportFormats';
import { exportNotice, type WrittenFiles } from './exportNotice';
import { fileName } from './fileName';
import { EXPORT_TEXTS, TEXTS } from './texts';

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

  /** One file where the user says, or two into a folder: only then is it known where the second one is. Null on Cancel. */
  async function save(lookName: string, lookSpace: RgbSpaceId): Promise<WrittenFiles | null> {
    const { format, space } = store.get().exportChoices;
    const { extension, hasCompanion, pictureSpace } = panelExporter(format);
    const suggested = fileName(lookName, extension);
    const baseName = suggested.slice(0, -extension.length - 1);
    const forSpace = pictureSpace(lookSpace, space ?? undefined);
    if (!hasCompanion) {
      const exported = written(baseName);
      const type = { extension, label: EXPORT_TEXTS[format].label };
      const name = await host.saveFile(suggested, type, exported.content);
      return name === null ? null : { names: [name], folder: null, space: forSpace, exported };
    }
    const made: Exported[] = [];
    const folder = await host.saveToFolder((folderPath) => {
      const exported = written(baseName, (beside) => joined(folderPath, beside));
      made.push(exported);
      const { content, companion } = exported;
      return [{ name: suggested, content }, ...(companion ? [companion] : [])];
    });
    const exported = made.at(0);
    if (folder === null || !exported) return null;
    const names = [suggested, ...(exported.companion ? [exported.companion.name] : [])];
    return { names, folder, space: forSpace, exported };
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
          const look = store.get().style?.look;
          if (!look) throw new UserError('no-style');
          const files = await save(look.name, look.space);
          if (files !== null) notify(context, 'save', exportNotice(files));
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
