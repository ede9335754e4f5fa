/** Loads the bundle that ships, gives it `require`, and creates its panel as Photoshop would. */
import type { Simulator } from '../simulator/createSimulator';
import { hideMissingGlobals, MISSING_GLOBALS, type GlobalObject } from '../simulator/uxpGlobals';

/**
 * Whoever drives this page from outside waits with its help. That the bundle runs without it, too, is tested outside of
 * the browser (test/contract/shippedBundle.test.ts).
 */
const LEFT_TO_DRIVERS = 'MutationObserver';

export interface LoadOptions {
  /** Hide what UXP does not have before the bundle runs. */
  readonly strict: boolean;
}

export async function loadPlugin(
  simulator: Simulator,
  panelRoot: HTMLElement,
  { strict }: LoadOptions,
): Promise<void> {
  const modules: Readonly<Record<string, unknown>> = { photoshop: simulator.photoshop, uxp: simulator.uxp };
  Object.assign(window, {
    require(name: string): unknown {
      if (!Object.hasOwn(modules, name)) throw new Error(`Module not found: "${name}"`);
      return modules[name];
    },
  });
  if (strict) {
    const names = MISSING_GLOBALS.filter((name) => name !== LEFT_TO_DRIVERS);
    hideMissingGlobals(window as unknown as GlobalObject, names);
  }
  await runScript('plugin/index.js');
  const panel = Object.values(simulator.entrypoints?.panels ?? {})[0];
  if (!panel?.create) throw new Error('The plugin registered no panel.');
  await panel.create(panelRoot);
}

function runScript(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = url;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${url} could not be loaded. Run “npm run build”.`));
    document.head.append(script);
  });
}
