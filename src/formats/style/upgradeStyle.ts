/**
 * Style files of earlier versions, brought to the form of today one version at a time.
 *
 *   1 → 2   where a look comes from moved out of `look`: it belongs to the file, and is what people read first
 *   2 → 3   grain has a strength for each channel, a spectrum and correlations, halation a tint
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
  2: ({ look, ...file }) => ({ ...file, look: isObject(look) ? withWholeTexture(look) : look }),
};

/** Version 2 knew one strength and one size; grain alike in all channels and a red glow are what they stood for. */
function withWholeTexture(look: StyleJson): StyleJson {
  const { grain, halation } = look;
  const strength = isObject(grain) && Array.isArray(grain.strength) ? grain.strength : null;
  return {
    ...look,
    ...(isObject(grain) &&
      strength && {
        grain: {
          ...grain,
          strength: { red: strength, green: strength, blue: strength },
          correlation: [0, 0, 0],
          // The autocorrelation of white noise blurred by σ falls to 1/e at 2σ.
          spectrum: [{ sigmaPx: Number(grain.sizePx) / 2, share: 1 }],
        },
      }),
    ...(isObject(halation) && !('tint' in halation) && { halation: { ...halation, tint: [1, 0.3, 0] } }),
  };
}

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
