/** What UXP and Photoshop show as windows of their own: modal dialogs of the plugin, and messages of the host. */
import { element } from './frame/element';

/** `uxpShowModal` of UXP's `<dialog>`: resolves when the dialog has been closed. */
export function defineUxpDialogs(): void {
  Object.assign(HTMLDialogElement.prototype, {
    uxpShowModal(this: HTMLDialogElement): Promise<string> {
      this.classList.add('demo-dialog');
      this.showModal();
      return new Promise((resolve) => {
        this.addEventListener('close', () => resolve(this.returnValue || 'reasonCanceled'), { once: true });
      });
    },
  });
}

/** `core.showAlert`. */
export function showAlert(message: string): Promise<void> {
  const button = element('button', 'demo-alert-button', 'OK');
  const dialog = element(
    'dialog',
    'demo-dialog demo-alert',
    element('div', 'demo-alert-text', message),
    button,
  );
  button.addEventListener('click', () => dialog.close());
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve();
    });
  });
}
