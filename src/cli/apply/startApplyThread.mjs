// Entry of the worker thread: makes TypeScript readable in this thread, then starts the script.
import { register } from 'tsx/esm/api';

register();
await import('./applyThread.ts');
