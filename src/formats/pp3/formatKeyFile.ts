/** RawTherapee's key file: `[Group]` and `Key=value` lines, with the version of the settings in front. */
type Groups = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Profiles of 5.8 (346) are read by every later version. */
const VERSION = { AppVersion: '5.8', Version: '346' };

export function formatKeyFile(groups: Groups): string {
  return Object.entries({ Version: VERSION, ...groups })
    .map(([group, keys]) => {
      const lines = Object.entries(keys).map(([key, value]) => `${key}=${escapeValue(value)}`);
      return `[${group}]\n${lines.join('\n')}\n`;
    })
    .join('\n');
}

/** Backslashes begin escapes in key files, paths of Windows are full of them. */
function escapeValue(value: string): string {
  return value.replace(/[\r\n]/g, ' ').replaceAll('\\', '\\\\');
}
