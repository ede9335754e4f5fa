/** Runs webpack when a source is newer than what was built from it. */
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const SOURCES = ['src', 'icons', 'manifest.json', 'webpack.config.js', 'package-lock.json'];
const OUTPUTS = ['dist/index.js', 'build/demo/demo.js', 'build/demo/computeWorker.js'];

/** @throws Error with webpack's own words when the build fails. */
export async function buildIfOutdated(projectFolder: string, log: (line: string) => void): Promise<void> {
  const inProject = (name: string) => path.join(projectFolder, name);
  const newestSource = Math.max(...SOURCES.map((name) => newestUnder(inProject(name))));
  const oldestOutput = Math.min(...OUTPUTS.map((name) => modifiedAt(inProject(name))));
  if (oldestOutput > newestSource) return;
  log('Building…');
  await runWebpack(projectFolder);
}

function runWebpack(projectFolder: string): Promise<void> {
  const webpack = path.join(projectFolder, 'node_modules/webpack/bin/webpack.js');
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [webpack, '--mode', 'production'],
      { cwd: projectFolder, maxBuffer: 16e6 },
      (error, stdout, stderr) =>
        error ? reject(new Error(`The build failed.\n${stdout}${stderr}`)) : resolve(),
    );
  });
}

function newestUnder(file: string): number {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return stat?.mtimeMs ?? 0;
  return Math.max(0, ...fs.readdirSync(file).map((name) => newestUnder(path.join(file, name))));
}

/** 0 when the file is not there. */
function modifiedAt(file: string): number {
  return fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
