/** A look's name as a file name that every system takes; letters of all scripts stay. */
export function fileName(name: string, extension: string): string {
  const safe = Array.from(name, (character) => (isUnsafe(character) ? '-' : character))
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 80);
  return `${safe || 'look'}.${extension}`;
}

function isUnsafe(character: string): boolean {
  return '<>:"/\\|?*'.includes(character) || character.charCodeAt(0) < 32;
}
