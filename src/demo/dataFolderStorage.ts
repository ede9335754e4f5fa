/** The plugin's data folder outlives the page, as it outlives Photoshop: kept in the browser's session storage. */
import type { Simulator } from '../simulator/createSimulator';

const KEY = 'filmfit-data-folder';
const SAVE_EVERY_MS = 300;

export function savedDataFolder(): Readonly<Record<string, string>> {
  return JSON.parse(window.sessionStorage.getItem(KEY) ?? '{}') as Record<string, string>;
}

export function keepDataFolder(simulator: Simulator): void {
  const decoder = new TextDecoder();
  let saved: readonly (readonly [string, Uint8Array])[] = [...simulator.dataFolder];
  const save = () => {
    const files = [...simulator.dataFolder];
    // A file that is written anew has other bytes, never the same ones changed.
    if (files.length === saved.length && files.every(([, bytes], i) => bytes === saved[i][1])) return;
    saved = files;
    const texts = files.map(([name, bytes]) => [name, decoder.decode(bytes)]);
    try {
      window.sessionStorage.setItem(KEY, JSON.stringify(Object.fromEntries(texts)));
    } catch {
      // The browser's room for it is used up: what was saved before stays.
    }
  };
  setInterval(save, SAVE_EVERY_MS);
}
