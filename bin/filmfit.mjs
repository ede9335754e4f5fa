#!/usr/bin/env node
// The command line runs straight from the TypeScript sources: no build step between `npm ci` and `npx filmfit`.
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

register({ tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) });
const { runProcess } = await import('../src/cli/runProcess.ts');
await runProcess();
