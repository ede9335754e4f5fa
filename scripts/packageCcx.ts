/** Packs dist/ into build/<id>_PS.ccx. Run with `npm run package`, or on other folders: `tsx scripts/packageCcx.ts DIST BUILD`. */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageName, zipPlugin } from './package/zipPlugin';

const root = fileURLToPath(new URL('..', import.meta.url));
const [dist = path.join(root, 'dist'), build = path.join(root, 'build')] = process.argv.slice(2);

if (!fs.existsSync(path.join(dist, 'manifest.json'))) {
  process.stderr.write(
    `${dist} holds no built plugin (manifest.json is missing). Run \`npm run build\` first.\n`,
  );
  process.exit(4);
}

const files = new Map<string, Uint8Array>();
for (const name of fs.readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
  const full = path.join(dist, name);
  if (fs.statSync(full).isFile()) files.set(name, fs.readFileSync(full));
}

const manifest = JSON.parse(fs.readFileSync(path.join(dist, 'manifest.json'), 'utf8'));
const bytes = zipPlugin(files);
fs.mkdirSync(build, { recursive: true });
const target = path.join(build, packageName(manifest));
fs.writeFileSync(target, bytes);
process.stdout.write(`${target} (${(bytes.length / 1024).toFixed(0)} KB)\n`);
