/**
 * A .ccx is a plain zip with manifest.json at its root and forward slashes in its names. The bytes depend on the files
 * alone: names are sorted and the time is one fixed instant, so that two builds of one state compare equal.
 */
import { zipSync, type Zippable } from 'fflate';

/** Noon of the first day that zip can tell, in every time zone: the format counts local time from 1980. */
const FIXED_TIME = new Date(1980, 0, 1, 12);

/** What a developer wants in dist/ and a user of the plugin does not. */
const DEVELOPMENT_FILES = [
  /\.map$/,
  /\.d\.ts$/,
  /\.tsbuildinfo$/,
  /(^|\/)\./,
  /(^|\/)demo\//,
  /(^|\/)Thumbs\.db$/,
];

/** Whether a file of dist/ belongs into the package. */
export function isShipped(name: string): boolean {
  return !DEVELOPMENT_FILES.some((pattern) => pattern.test(name));
}

/**
 * Packs files, keyed by their path from the plugin's folder with either slash.
 * @throws RangeError when there is no manifest.json at the root.
 */
export function zipPlugin(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const named = [...files].map(([name, bytes]) => [name.replaceAll('\\', '/'), bytes] as const);
  const shipped = named.filter(([name]) => isShipped(name)).sort(([a], [b]) => (a < b ? -1 : 1));
  if (!shipped.some(([name]) => name === 'manifest.json')) {
    throw new RangeError('A plugin package needs manifest.json at its root; run the build first.');
  }
  const tree: Zippable = {};
  for (const [name, bytes] of shipped) tree[name] = [bytes, { mtime: FIXED_TIME, level: 9 }];
  return zipSync(tree);
}

/** The package's file name: plugin id and host application, as Adobe's own packager writes it. */
export function packageName(manifest: { id: string; host: { app: string } }): string {
  return `${manifest.id}_${manifest.host.app}.ccx`;
}
