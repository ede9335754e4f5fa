/** A display profile (ICC version 2) with a matrix and one table as curve, to be told apart by. */

export interface MatrixProfile {
  /** Row-major 3×3: linear RGB → XYZ at D50. */
  readonly matrix: readonly number[];
  readonly decode: (encoded: number) => number;
  readonly description: string;
}

const CURVE_ENTRIES = 1024;

export function matrixProfile({ matrix, decode, description }: MatrixProfile): Uint8Array {
  const curve = tag('curv', 4 + 2 * CURVE_ENTRIES, (view) => {
    view.setUint32(8, CURVE_ENTRIES);
    for (let i = 0; i < CURVE_ENTRIES; i++) {
      view.setUint16(12 + 2 * i, Math.round(65535 * decode(i / (CURVE_ENTRIES - 1))));
    }
  });
  const xyz = (column: number): Uint8Array =>
    tag('XYZ ', 12, (view) => {
      for (let row = 0; row < 3; row++)
        view.setInt32(8 + 4 * row, Math.round(65536 * matrix[3 * row + column]));
    });
  const text = tag('desc', 4 + description.length + 1 + 78, (view) => {
    view.setUint32(8, description.length + 1);
    for (let i = 0; i < description.length; i++) view.setUint8(12 + i, description.charCodeAt(i));
  });
  const tags: readonly (readonly [string, Uint8Array])[] = [
    ['desc', text],
    ['rXYZ', xyz(0)],
    ['gXYZ', xyz(1)],
    ['bXYZ', xyz(2)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  let end = 132 + 12 * tags.length;
  const profile = new Uint8Array(end + tags.reduce((sum, [, content]) => sum + content.length, 0));
  const view = new DataView(profile.buffer);
  view.setUint32(0, profile.length);
  const write = (at: number, ascii: string): void => profile.set(new TextEncoder().encode(ascii), at);
  write(12, 'mntrRGB XYZ ');
  write(36, 'acsp');
  view.setUint32(128, tags.length);
  tags.forEach(([name, content], i) => {
    write(132 + 12 * i, name);
    view.setUint32(136 + 12 * i, end);
    view.setUint32(140 + 12 * i, content.length);
    profile.set(content, end);
    end += content.length;
  });
  return profile;
}

function tag(type: string, contentBytes: number, fill: (view: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(4 * Math.ceil((8 + contentBytes) / 4));
  bytes.set(new TextEncoder().encode(type));
  fill(new DataView(bytes.buffer));
  return bytes;
}
