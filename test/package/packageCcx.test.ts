import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Ajv from 'ajv';
import { decode } from 'fast-png';
import { strFromU8, unzipSync, type Unzipped } from 'fflate';
import { isShipped, packageName, zipPlugin } from '../../scripts/package/zipPlugin';
import { promisedIcons, type Manifest } from '../support/manifest';
import schema from './manifestV5.schema.json';

const ROOT = path.resolve(__dirname, '../..');
const validate = new Ajv({ allErrors: true }).compile(schema);

function filesUnder(directory: string): Map<string, Uint8Array> {
  const names = fs.readdirSync(directory, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => fs.statSync(path.join(directory, name)).isFile());
  return new Map(files.map((name) => [name, fs.readFileSync(path.join(directory, name))]));
}

/** A plugin folder as the build leaves it: the real manifest and icons, a small bundle, and what a developer leaves about. */
function pluginFolder(): Map<string, Uint8Array> {
  const text = (content: string) => new TextEncoder().encode(content);
  const files = new Map<string, Uint8Array>([
    ['index.html', text('<!doctype html><script src="index.js"></script>')],
    ['index.js', text('entrypoints.setup({})')],
    ['index.js.map', text('{}')],
    ['.DS_Store', text('')],
    ['manifest.json', fs.readFileSync(path.join(ROOT, 'manifest.json'))],
  ]);
  for (const [name, bytes] of filesUnder(path.join(ROOT, 'icons'))) files.set(`icons\\${name}`, bytes);
  return files;
}

function manifestOf(entries: Unzipped): Manifest {
  return JSON.parse(strFromU8(entries['manifest.json']));
}

describe('the plugin package', () => {
  it('holds the plugin with its manifest at the root, forward slashes, and nothing for developers', () => {
    const entries = unzipSync(zipPlugin(pluginFolder()));
    expect(Object.keys(entries)).toEqual([
      'icons/panel-dark@1x.png',
      'icons/panel-dark@2x.png',
      'icons/panel-light@1x.png',
      'icons/panel-light@2x.png',
      'icons/plugin@1x.png',
      'icons/plugin@2x.png',
      'index.html',
      'index.js',
      'manifest.json',
    ]);
  });

  it('has the same bytes whatever order the files were found in', () => {
    const files = pluginFolder();
    const reversed = new Map([...files].reverse());
    expect(Buffer.from(zipPlugin(reversed)).equals(Buffer.from(zipPlugin(files)))).toBe(true);
  });

  it('is refused without a manifest at the root', () => {
    const files = new Map([['plugin/manifest.json', new Uint8Array(2)]]);
    expect(() => zipPlugin(files)).toThrow(RangeError);
  });

  it('is named after the plugin and its host', () => {
    expect(packageName({ id: 'org.filmfit.panel', host: { app: 'PS' } })).toBe('org.filmfit.panel_PS.ccx');
  });

  it('leaves out source maps, hidden files and the demo page, wherever they lie', () => {
    const names = [
      'index.js',
      'a/b.js.map',
      '.cache',
      'a/.DS_Store',
      'demo/index.html',
      'icons/plugin@1x.png',
    ];
    expect(names.filter(isShipped)).toEqual(['index.js', 'icons/plugin@1x.png']);
  });

  it('is written by the packaging script where it was asked to', () => {
    const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'filmfit-package-'));
    try {
      const dist = path.join(directory, 'dist');
      for (const [name, bytes] of pluginFolder()) {
        const file = path.join(dist, name.replaceAll('\\', '/'));
        fs.mkdirSync(path.dirname(file), { recursive: true });
        fs.writeFileSync(file, bytes);
      }
      const build = path.join(directory, 'build');
      runScript(dist, build);
      const written = unzipSync(fs.readFileSync(path.join(build, 'org.filmfit.panel_PS.ccx')));
      expect(manifestOf(written).id).toBe('org.filmfit.panel');
      expect(() => runScript(build, dist)).toThrow(/npm run build/);
    } finally {
      fs.rmSync(directory, { recursive: true });
    }
  }, 60_000);
});

function runScript(dist: string, build: string): void {
  const script = path.join(ROOT, 'scripts/packageCcx.ts');
  execFileSync(process.execPath, [require.resolve('tsx/cli'), script, dist, build], {
    cwd: ROOT,
    stdio: 'pipe',
  });
}

const DIST = path.join(ROOT, 'dist');
const describeBuilt = (name: string, body: () => void): void => {
  if (fs.existsSync(path.join(DIST, 'manifest.json'))) describe(name, body);
  else
    it(`${name}: not looked at, since there is no dist/ (npm run build)`, () =>
      expect(isShipped('manifest.json')).toBe(true));
};

describeBuilt('the package of the plugin as built', () => {
  const entries = unzipSync(zipPlugin(filesUnder(DIST)));
  const manifest = manifestOf(entries);

  it('has a manifest that follows the schema', () => {
    validate(manifest);
    expect(validate.errors).toBeNull();
  });

  it('has the schema of style files', () => {
    const source = path.join(ROOT, 'src/formats/style/styleFile.schema.json');
    const published = JSON.parse(strFromU8(entries['style.schema.json'])) as unknown;
    expect(published).toEqual(JSON.parse(fs.readFileSync(source, 'utf8')));
  });

  it('has the page that the manifest opens, and every script that the page loads', () => {
    expect(Object.keys(entries)).toContain(manifest.main);
    const scripts = [
      ...strFromU8(entries[manifest.main]).matchAll(/<script[^>]*\ssrc=["']?([^"'\s>]+)/g),
    ].map((m) => m[1]);
    expect(scripts.length).toBeGreaterThan(0);
    expect(Object.keys(entries)).toEqual(expect.arrayContaining(scripts.map((s) => s.replace(/^\.\//, ''))));
  });

  it('has every icon that the manifest names, in its size', () => {
    for (const { file, width, height } of promisedIcons(manifest)) {
      const icon = decode(entries[file]);
      expect([file, icon.width, icon.height]).toEqual([file, width, height]);
    }
  });

  it('registers every entry point of the manifest in its bundle', () => {
    const bundle = Object.keys(entries)
      .filter((name) => name.endsWith('.js'))
      .map((name) => strFromU8(entries[name]))
      .join('\n');
    expect(manifest.entrypoints.filter(({ id }) => !new RegExp(`\\b${id}\\b`).test(bundle))).toEqual([]);
  });

  it('evaluates no text as code and asks for no WebAssembly, which the manifest does not permit', () => {
    const scripts = Object.keys(entries).filter((name) => name.endsWith('.js'));
    for (const name of scripts) {
      expect(strFromU8(entries[name])).not.toMatch(/\bnew Function\(|\beval\(|\bWebAssembly\b/);
    }
  });
});
