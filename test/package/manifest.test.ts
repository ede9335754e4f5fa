import fs from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import { decode } from 'fast-png';
import { promisedIcons, type Manifest } from '../support/manifest';
import schema from './manifestV5.schema.json';

const ROOT = path.resolve(__dirname, '../..');
const validate = new Ajv({ allErrors: true, strictTuples: false }).compile(schema);

function readManifest(): Manifest {
  return JSON.parse(fs.readFileSync(path.join(ROOT, 'manifest.json'), 'utf8'));
}

describe('the manifest of the plugin', () => {
  it('follows the schema of manifest version 5', () => {
    validate(readManifest());
    expect(validate.errors).toBeNull();
  });

  it('carries the version of package.json', () => {
    const { version } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
    expect(readManifest().version).toBe(version);
  });

  it('has one panel, that fits the narrowest dock of Photoshop, and four commands', () => {
    const { entrypoints } = readManifest();
    const panels = entrypoints.filter((entry) => entry.type === 'panel');
    expect(panels.map((panel) => panel.id)).toEqual(['filmfitPanel']);
    expect(panels[0].minimumSize?.width).toBe(230);
    expect(entrypoints.filter((entry) => entry.type === 'command').map((command) => command.id)).toEqual([
      'matchOpenPair',
      'applyLastStock',
      'applyStock',
      'checkPhotoshop',
    ]);
  });

  it('lets Photoshop record its commands in Actions', () => {
    expect(readManifest().host.data.enableMenuRecording).toBe(true);
  });

  it('has a panel icon for each of the five themes, once', () => {
    const [panel] = readManifest().entrypoints;
    const themes = panel.icons?.flatMap((icon) => icon.theme ?? []);
    expect(themes?.sort()).toEqual(['dark', 'darkest', 'light', 'lightest', 'medium']);
  });

  it.each(promisedIcons(readManifest()))(
    'finds $file at $width × $height pixels',
    ({ file, width, height }) => {
      const icon = decode(fs.readFileSync(path.join(ROOT, file)));
      expect([icon.width, icon.height]).toEqual([width, height]);
    },
  );
});

describe('the schema of manifest version 5', () => {
  type Draft = Record<string, unknown>;
  const panelOf = (draft: Draft) => (draft.entrypoints as Draft[])[0];

  const wrong: [string, (draft: Draft) => void][] = [
    ['a manifest of version 4', (draft) => (draft.manifestVersion = 4)],
    ['a version of two parts', (draft) => (draft.version = '1.0')],
    ['a version part over 99', (draft) => (draft.version = '1.0.100')],
    ['a name with other than ASCII letters', (draft) => (draft.name = 'Filmfit ñ')],
    ['a missing id', (draft) => delete draft.id],
    ['a list of hosts, which is for development only', (draft) => (draft.host = [draft.host])],
    ['another application', (draft) => (draft.host = { app: 'ID', minVersion: '25.0.0' })],
    ['no entry point', (draft) => (draft.entrypoints = [])],
    ['the spelling entryPoints', (draft) => (draft.entryPoints = draft.entrypoints)],
    ['a panel without icons', (draft) => delete panelOf(draft).icons],
    ['a panel without id', (draft) => delete panelOf(draft).id],
    ['an entry point of unknown type', (draft) => (panelOf(draft).type = 'dialog')],
    ['a size in text', (draft) => (panelOf(draft).minimumSize = { width: '230', height: 320 })],
    ['an icon path with its scale', (draft) => ((draft.icons as Draft[])[0].path = 'icons/plugin@1x.png')],
    ['an icon path with a backslash', (draft) => ((draft.icons as Draft[])[0].path = 'icons\\plugin.png')],
    ['an unknown theme', (draft) => ((draft.icons as Draft[])[0].theme = ['night'])],
    ['an unknown permission', (draft) => (draft.requiredPermissions = { camera: 'yes' })],
    [
      'a file permission that does not exist',
      (draft) => (draft.requiredPermissions = { localFileSystem: 'all' }),
    ],
  ];

  it.each(wrong)('refuses %s', (_what, spoil) => {
    const draft = JSON.parse(JSON.stringify(readManifest())) as Draft;
    spoil(draft);
    expect(validate(draft)).toBe(false);
  });
});
