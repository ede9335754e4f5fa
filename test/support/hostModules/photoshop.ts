import type * as Photoshop from 'photoshop';
import { delegate, installedSimulator } from './installedSimulator';

/** The compiler checks here that the simulator offers what the adapter's declarations promise. */
type HostModule = Pick<typeof Photoshop, 'app' | 'core' | 'action' | 'imaging'>;
const photoshop = (): HostModule => installedSimulator().photoshop as unknown as HostModule;

export const app = delegate(() => photoshop().app);
export const core = delegate(() => photoshop().core);
export const action = delegate(() => photoshop().action);
export const imaging = delegate(() => photoshop().imaging);
