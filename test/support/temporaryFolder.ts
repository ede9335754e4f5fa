import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A folder that is there during the tests of the file and gone after them. Call it at the top of a `describe`. */
export function temporaryFolder(): { readonly path: (name: string) => string } {
  let folder = '';
  beforeAll(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'filmfit-test-'));
  });
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
  return { path: (name) => path.join(folder, name) };
}
