import { delegate, installedSimulator } from './installedSimulator';

export const storage = delegate(() => installedSimulator().uxp.storage);
export const host = delegate(() => installedSimulator().uxp.host);
export const versions = delegate(() => installedSimulator().uxp.versions);
export const entrypoints = delegate(() => installedSimulator().uxp.entrypoints);
