/** Files in and out: the LUT for other programs, and the style to keep. */
import { UserError } from '../engine/userError';
import { bakeLut } from '../engine/render/bakeLut';
import { formatCube } from '../formats/cube/formatCube';
import type { FileType } from '../photoshop/photoshopHost';
import { attempt, notify, type SessionContext } from './context';
import { fileName } from './fileName';
import type { CurrentStyle } from './state';
import { formatCurrentStyle, parseStyleText } from './styleText';
import { TEXTS } from './texts';

const CUBE = { extension: 'cube', label: TEXTS.fileTypes.cube };
const STYLE = { extension: 'json', label: TEXTS.fileTypes.style };

export interface FileActions {
  exportCube(): Promise<void>;
  saveStyle(): Promise<void>;
  openStyle(): Promise<void>;
}

export function createFileActions(context: SessionContext, onStyle: () => void): FileActions {
  const { host, store } = context;
  /** UXP can fire a widget's click again while its file picker is open. */
  let picking = false;

  async function once(action: () => Promise<void>): Promise<void> {
    if (picking) return;
    picking = true;
    await attempt(context, 'save', action);
    picking = false;
  }

  async function save(name: string, type: FileType, content: string): Promise<void> {
    const saved = await host.saveFile(name, type, content);
    if (saved !== null) notify(context, 'save', { tone: 'positive', title: TEXTS.save.saved(saved) });
  }

  return {
    exportCube: () =>
      once(async () => {
        const { look } = currentStyle(store.get().style);
        const lut = bakeLut(look, store.get().settings.cubeSize);
        await save(fileName(look.name, 'cube'), CUBE, formatCube(lut, { title: look.name }));
      }),

    saveStyle: () =>
      once(async () => {
        const style = currentStyle(store.get().style);
        await save(fileName(style.look.name, 'json'), STYLE, formatCurrentStyle(style, context.today()));
      }),

    openStyle: () =>
      once(async () => {
        const file = await host.openTextFile([STYLE]);
        if (file === null) return;
        const style = parseStyleText(file.text, file.name);
        store.set({ style, applied: null });
        onStyle();
        notify(context, 'save', { tone: 'positive', title: TEXTS.save.opened(style.look.name) });
      }),
  };
}

function currentStyle(style: CurrentStyle | null): CurrentStyle {
  if (style === null) throw new UserError('no-style');
  return style;
}
