/** A place in a text as editors show it; both count from 1. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** Lines may end as any system writes them. */
export function placeInText(text: string, offset: number): TextPlace {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length, column: lines[lines.length - 1].length + 1 };
}

export const formatPlace = ({ line, column }: TextPlace): string => `line ${line}, column ${column}`;
