/** A message of Photoshop's own, for commands that run while the panel may be closed. */
import { core } from 'photoshop';

export async function showAlert(message: string): Promise<void> {
  await core.showAlert({ message });
}
