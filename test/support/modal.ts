import type { ExecutionContext } from '../../src/simulator/coreModule';
import type { Simulator } from '../../src/simulator/createSimulator';

/** Runs calls of the host in a modal scope of the simulator. */
export const inModal = <T>(
  simulator: Simulator,
  target: (context: ExecutionContext) => Promise<T>,
): Promise<T> => simulator.photoshop.core.executeAsModal(target, { commandName: 'test' });
