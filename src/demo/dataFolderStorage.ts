/** The plugin's data folder outlives the page, as it outlives Photoshop: kept in the browser's session storage. */
import type { Simulator } from '../simulator/createSimulator';

const KEY = 'filmfit-data-folder';
const SAVE_EVERY_MS = 300;

export function savedDataFolder(): Readonly<Record<string, string>> {
  return JSON.parse(window.sessionStorage.getItem(KEY) ?? '{}') as Record<string, string>;
}

export function keepDataFolder(simulator: Simulator): void {
  const decoder = new TextDecoder();
  const save = () => {
    const texts = [...simulator.dataFolder].map(([name, bytes]) => [name, decoder.decode(bytes)]);
    window.sessionStorage.setItem(KEY, JSON.stringify(Object.fromEntries(texts)));
  };
  setInterval(save, SAVE_EVERY_MS);
}
