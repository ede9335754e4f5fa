/**
 * Style files of earlier versions, brought to the form of today one version at a time.
 *
 *   1 → 2   where a look comes from moved out of `look`: it belongs to the file, and is what people read first
 */
import { STYLE_VERSION } from './style';

type StyleJson = Readonly<Record<string, unknown>>;

/** UPGRADES[n] makes version n + 1 of version n. Fields that it does not know stay where they are. */
const UPGRADES: Readonly<Record<number, (file: StyleJson) => StyleJson>> = {
  1: ({ look, ...file }) => {
    if (!isObject(look)) return { ...file, look };
    const { provenance, ...rest } = look;
    return { ...file, provenance, look: rest };
  },
};

/** @param file with a whole `version` from 1 on; what else it holds is judged by the schema afterwards. */
export function upgradeStyle(file: StyleJson & { readonly version: number }): StyleJson {
  let upgraded: StyleJson = file;
  for (let version = file.version; version < STYLE_VERSION; version++) {
    upgraded = { ...UPGRADES[version](upgraded), version: version + 1 };
  }
  return upgraded;
}

function isObject(value: unknown): value is StyleJson {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
