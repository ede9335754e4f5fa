/** The table of who may import whom (docs/design of the house), held against every import in src. */
import fs from 'node:fs';
import path from 'node:path';

const SRC = path.resolve(__dirname, '../src');

/** Folders of src and modules that files of each folder may import; a folder may always import itself. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  engine: ['culori', 'ml-matrix'],
  formats: ['engine', 'fast-png', 'fflate', 'geotiff', 'jpeg-js', 'ag-psd', 'valibot'],
  photoshop: ['engine', 'formats', 'photoshop', 'uxp', 'valibot'],
  simulator: ['engine', 'formats', 'jpeg-js'],
  compute: ['engine', 'node:'],
  // The descriptors are plain data about plain data: they need no host.
  app: ['engine', 'formats', 'compute', 'photoshop/photoshopHost', 'photoshop/descriptors'],
  panel: ['app', 'engine', 'react', 'react-dom'],
  cli: ['engine', 'formats', 'compute', 'app', 'photoshop/descriptors', 'valibot', 'node:'],
  demo: ['simulator', 'engine', 'formats', 'app', 'node:'],
  '.': ['app', 'panel', 'photoshop', 'compute', 'engine', 'react', 'react-dom', 'uxp'],
};

/** Codecs that nothing in the plugin needs: too heavy to be parsed each time the panel opens. */
const TOO_HEAVY_FOR_THE_PLUGIN = ['geotiff', 'ag-psd', 'jpeg-js'];

const sourceFiles = (fs.readdirSync(SRC, { recursive: true }) as string[])
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
  .map((file) => path.join(SRC, file));

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|\brequire\(\s*['"]([^'"]+)['"]\s*\)/g;

function importsOf(file: string): string[] {
  return [...fs.readFileSync(file, 'utf8').matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3]);
}

/** `engine/color/lab` for a relative import, the module's own name for any other. */
function resolveImport(file: string, specifier: string): string {
  return specifier.startsWith('.')
    ? path.relative(SRC, path.resolve(path.dirname(file), specifier)).replaceAll(path.sep, '/')
    : specifier;
}

function folderOf(file: string): string {
  const [first, ...rest] = path.relative(SRC, file).split(path.sep);
  return rest.length > 0 ? first : '.';
}

/** Whether an import is the named folder or module itself or something in it; `node:` stands for all of Node. */
function isWithin(target: string, allowed: string): boolean {
  return (
    target === allowed ||
    target.startsWith(`${allowed}/`) ||
    (allowed === 'node:' && target.startsWith('node:'))
  );
}

describe('the architecture', () => {
  it('has source files to check', () => {
    expect(sourceFiles.length).toBeGreaterThan(50);
  });

  it('lets every folder import only what the table allows', () => {
    const violations: string[] = [];
    for (const file of sourceFiles) {
      const folder = folderOf(file);
      const allowed = MAY_IMPORT[folder];
      for (const specifier of importsOf(file)) {
        const target = resolveImport(file, specifier);
        const own =
          folder === '.' ? specifier.startsWith('./') && !target.includes('/') : isWithin(target, folder);
        if (own && specifier.startsWith('.')) continue;
        if (!allowed?.some((name) => isWithin(target, name)))
          violations.push(`${path.relative(SRC, file)} → ${target}`);
      }
    }
    expect(violations).toEqual([]);
  });

  it('takes only types from the Photoshop adapter into the application', () => {
    const offenders = sourceFiles
      .filter((file) => folderOf(file) === 'app')
      .filter((file) =>
        /import\s+(?!type\b)[^;]*['"][^'"]*photoshop\/photoshopHost['"]/.test(fs.readFileSync(file, 'utf8')),
      );
    expect(offenders).toEqual([]);
  });

  it('keeps heavy codecs out of reach of the plugin entry', () => {
    const reached = new Set<string>();
    const heavy: string[] = [];
    const visit = (file: string): void => {
      if (reached.has(file)) return;
      reached.add(file);
      for (const specifier of importsOf(file)) {
        if (TOO_HEAVY_FOR_THE_PLUGIN.includes(specifier))
          heavy.push(`${path.relative(SRC, file)} → ${specifier}`);
        if (!specifier.startsWith('.')) continue;
        const base = path.resolve(path.dirname(file), specifier);
        const found = [base, `${base}.ts`, `${base}.tsx`, path.join(base, 'index.ts')].find(
          (candidate) => fs.existsSync(candidate) && fs.statSync(candidate).isFile(),
        );
        if (found) visit(found);
      }
    };
    visit(path.join(SRC, 'index.tsx'));
    expect(reached.size).toBeGreaterThan(20);
    expect(heavy).toEqual([]);
  });

  it('uses no WebAssembly and generates no code at run time', () => {
    const offenders = sourceFiles
      .filter((file) => !['simulator', 'demo'].includes(folderOf(file)))
      .filter((file) => /\bWebAssembly\b|\bnew Function\(|\beval\(/.test(fs.readFileSync(file, 'utf8')));
    expect(offenders.map((file) => path.relative(SRC, file))).toEqual([]);
  });
});
