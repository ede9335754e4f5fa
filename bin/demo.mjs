#!/usr/bin/env node
/** `npm start`: builds what is missing or older than its source, then serves the demo page. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { tsImport } from 'tsx/esm/api';

const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const { buildIfOutdated } = await tsImport('../src/demo/server/buildIfOutdated.ts', import.meta.url);
const { startDemo } = await tsImport('../src/demo/server/startDemo.ts', import.meta.url);

try {
  await buildIfOutdated(project, (line) => console.log(line));
  const exitCode = await startDemo(project, process.argv.slice(2));
  if (exitCode !== null) process.exitCode = exitCode;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 5;
}
