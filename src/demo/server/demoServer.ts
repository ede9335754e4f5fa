/** Serves the page, the plugin's bundle and the pictures on 127.0.0.1, and nothing outside of those folders. */
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import type { AddressInfo } from 'node:net';
import type { DemoPicture } from './readPictureFile';

export interface DemoServerOptions {
  /** Folder with the built page. */
  readonly pageFolder: string;
  /** Folder with the plugin as it ships. */
  readonly pluginFolder: string;
  readonly pictures: readonly DemoPicture[];
  /** 0 takes any free port. */
  readonly port?: number;
}

export interface DemoServer {
  readonly url: string;
  close(): Promise<void>;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
};

export async function startDemoServer(options: DemoServerOptions): Promise<DemoServer> {
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (request.method !== 'GET') return void response.writeHead(405).end();
    if (pathname === '/pictures.json') return sendJson(response, options.pictures.map(describe));
    const picture = /^\/pictures\/(\d+)$/.exec(pathname);
    if (picture) return sendPicture(response, options.pictures[Number(picture[1])]);
    const plugin = /^\/plugin\/(.+)$/.exec(pathname);
    sendFile(
      response,
      plugin ? options.pluginFolder : options.pageFolder,
      plugin ? plugin[1] : pathname === '/' ? 'index.html' : pathname.slice(1),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function describe({ pixels: _pixels, ...picture }: DemoPicture, index: number): object {
  return { ...picture, url: `pictures/${index}` };
}

function sendJson(response: http.ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

function sendPicture(response: http.ServerResponse, picture: DemoPicture | undefined): void {
  if (!picture) return void response.writeHead(404).end();
  const { buffer, byteOffset, byteLength } = picture.pixels;
  response.writeHead(200, { 'content-type': 'application/octet-stream' });
  response.end(new Uint8Array(buffer, byteOffset, byteLength));
}

/** Only plain files inside `folder`: names that lead out of it, by dots or by links, are not found. */
function sendFile(response: http.ServerResponse, folder: string, name: string): void {
  const file = fileInside(folder, name);
  if (file === null) return void response.writeHead(404).end('Not found');
  response.writeHead(200, {
    'content-type': MEDIA_TYPES[path.extname(file)] ?? 'application/octet-stream',
    'cache-control': 'no-store',
  });
  fs.createReadStream(file).pipe(response);
}

function fileInside(folder: string, name: string): string | null {
  try {
    const root = fs.realpathSync(folder);
    const file = fs.realpathSync(path.join(root, decodeURIComponent(name)));
    return file.startsWith(root + path.sep) && fs.statSync(file).isFile() ? file : null;
  } catch {
    return null;
  }
}
