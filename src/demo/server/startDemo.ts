/** `npm start`: serves the demo page with the sample pair, or with the user's own pictures, already open. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { UserError } from '../../engine/userError';
import { errorNotice } from '../../app/errorNotice';
import { startDemoServer } from './demoServer';
import { MAX_LONG_EDGE_PX, readPictureFile } from './readPictureFile';

const USAGE = `Usage: npm start                                  the sample pair
       npm start -- --film FILE --digital FILE    your own pictures (TIFF, PNG or JPEG)
       npm start -- --port NUMBER --no-open       a fixed port; do not open a browser`;

const OPTIONS = {
  film: { type: 'string' },
  digital: { type: 'string' },
  port: { type: 'string' },
  'no-open': { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

/** @returns the exit code when there is nothing to serve; null while it serves. */
export async function startDemo(projectFolder: string, args: readonly string[]): Promise<number | null> {
  const given = parse(args);
  if (typeof given === 'string') {
    console.error(`${given}\n\n${USAGE}`);
    return 2;
  }
  if (given.help) {
    console.log(USAGE);
    return 0;
  }
  const sample = (name: string) => path.join(projectFolder, 'sample', name);
  const files =
    given.film || given.digital ? [given.film, given.digital] : [sample('film.jpg'), sample('digital.jpg')];
  try {
    const pictures = files
      .filter((file) => file !== undefined)
      .map((file) => readPictureFile(path.resolve(file)));
    const server = await startDemoServer({
      pageFolder: path.join(projectFolder, 'build/demo'),
      pluginFolder: path.join(projectFolder, 'dist'),
      pictures,
      port: Number(given.port ?? 0),
    });
    for (const { name, width, height, bitsPerChannel } of pictures) {
      console.log(
        `Opened ${name}: ${width} × ${height} px, ${bitsPerChannel} bits (at most ${MAX_LONG_EDGE_PX} px here).`,
      );
    }
    console.log(`\nFilmfit runs in a simulated Photoshop at  ${server.url}\nCtrl-C ends it.`);
    if (!given['no-open'] && canOpenBrowser()) openBrowser(server.url);
    process.once('SIGINT', () => void server.close().then(() => process.exit(0)));
    return null;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { title, remedy } = errorNotice(error);
    console.error(`${title}\n${remedy ?? ''}`);
    return 4;
  }
}

function parse(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: OPTIONS,
      strict: true,
      allowPositionals: false,
    });
    const port = Number(values.port ?? 0);
    if (!Number.isInteger(port) || port < 0 || port > 65535)
      return `--port takes a number from 0 to 65535, got ${values.port}.`;
    return values;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function canOpenBrowser(): boolean {
  if (process.env.CI || !process.stdout.isTTY) return false;
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** A browser that cannot be started is no error: the address stands in the terminal. */
function openBrowser(url: string): void {
  const commands: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
    darwin: ['open', url],
    win32: ['cmd', '/c', 'start', '', url],
  };
  const [command, ...rest] = commands[process.platform] ?? ['xdg-open', url];
  spawn(command, rest, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
