/** Names for the group of layers; `{name}` and `{date}` are blanks. */
export const GROUP_NAMINGS = ['{name}', 'Filmfit {name}', '{name} {date}'] as const;
export type GroupNaming = (typeof GROUP_NAMINGS)[number];

export function groupName(naming: GroupNaming, name: string, date: string): string {
  return naming.replace('{name}', name).replace('{date}', date);
}
