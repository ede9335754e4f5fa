/** The simulator that `import … from 'photoshop'` and `'uxp'` reach in tests (see moduleNameMapper in jest.config.cjs). */
import { createSimulator, type Simulator } from '../../../src/simulator/createSimulator';
import type { SimulatorOptions } from '../../../src/simulator/simulatorOptions';

let installed: Simulator | null = null;

/** Makes a fresh simulator the host of everything that the test imports. */
export function installSimulator(options: SimulatorOptions = {}): Simulator {
  installed = createSimulator(options);
  return installed;
}

export function installedSimulator(): Simulator {
  if (!installed) throw new Error('Call installSimulator() before code that speaks to the host.');
  return installed;
}

/** An object that passes every access on to what `find` gives at that moment. */
export function delegate<T extends object>(find: () => T): T {
  return new Proxy({} as T, {
    get: (_, key) => Reflect.get(find(), key),
    set: (_, key, value) => Reflect.set(find(), key, value),
    has: (_, key) => Reflect.has(find(), key),
  });
}
