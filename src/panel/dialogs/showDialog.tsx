/** A modal dialog of UXP: the plugin's own `<dialog>`, for commands that run without the panel. */
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import '../panel.css';

/** What UXP adds to `<dialog>`. */
interface UxpDialog extends HTMLElement {
  uxpShowModal(options: {
    title: string;
    resize: 'none';
    size: { width: number; height: number };
  }): Promise<unknown>;
  close(result?: string): void;
}

const SIZE = { width: 320, height: 160 };

/**
 * @param render is given the function that closes the dialog with a result
 * What had the focus before has it again afterwards.
 * @returns the result, or null when the dialog was closed in any other way
 */
export async function showDialog(
  title: string,
  render: (close: (result: string | null) => void) => ReactNode,
): Promise<string | null> {
  const before = document.activeElement as HTMLElement | null;
  const dialog = document.createElement('dialog') as HTMLElement as UxpDialog;
  document.body.appendChild(dialog);
  const root = createRoot(dialog);
  let result: string | null = null;
  const close = (chosen: string | null) => {
    result = chosen;
    dialog.close();
  };
  root.render(render(close));
  try {
    await dialog.uxpShowModal({ title, resize: 'none', size: SIZE });
  } finally {
    root.unmount();
    dialog.remove();
    before?.focus();
  }
  return result;
}
