// Entry of the worker thread: makes TypeScript readable in this thread, then starts the script that serves the jobs.
import { register } from 'tsx/esm/api';

register();
await import('./computeThread.ts');
