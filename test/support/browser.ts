/**
 * A browser for the end-to-end tests: the system's Chromium where there is one, else the one that comes from the npm
 * registry (@sparticuz/chromium). FILMFIT_BUNDLED_BROWSER=1 takes the latter in any case.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Continuous integration runs as root, where Chromium's sandbox cannot start; nothing but our own page is opened. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export async function launchBrowser(): Promise<Browser> {
  const wantsBundled = process.env.FILMFIT_BUNDLED_BROWSER === '1';
  const candidates = [process.env.CHROME_PATH, ...SYSTEM_BROWSERS].filter((file) => file !== undefined);
  const system = wantsBundled ? undefined : candidates.find((file) => fs.existsSync(file));
  return system ? chromium.launch({ executablePath: system, args: ARGUMENTS }) : launchBundled();
}

async function launchBundled(): Promise<Browser> {
  // With this variable set the package also unpacks the shared libraries that a bare system lacks.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x';
  const { default: bundled } = await import('@sparticuz/chromium');
  const executablePath = await bundled.executablePath();
  const libraries = path.join(os.tmpdir(), 'al2023', 'lib');
  const searchPath = [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return chromium.launch({
    executablePath,
    args: [...ARGUMENTS, '--no-zygote', '--headless=shell'],
    env: { ...stringsOf(process.env), LD_LIBRARY_PATH: searchPath },
  });
}

function stringsOf(environment: NodeJS.ProcessEnv): Record<string, string> {
  const entries = Object.entries(environment);
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}
