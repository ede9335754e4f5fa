/** Every format with every kind of damage, and the words that tell the user where it is. bench/fuzz tries all the rest. */
import { deflateSync } from 'node:zlib';
import { parseLibraryOrStyle } from '../../src/app/stocks/libraryFile';
import { errorNotice } from '../../src/app/errorNotice';
import { bakeLut } from '../../src/engine/render/bakeLut';
import { UserError } from '../../src/engine/userError';
import { formatAcv, parseAcv } from '../../src/formats/acv/acv';
import { parseCube } from '../../src/formats/cube/parseCube';
import { DCP_TAGS, lookTableOf, readDcp, toneCurveOf } from '../../src/formats/dcp/dcpFile';
import { exportDcp } from '../../src/formats/dcp/exportDcp';
import { decodeText } from '../../src/formats/decodeText';
import { formatHald, parseHald } from '../../src/formats/hald/hald';
import { formatMatrixProfile } from '../../src/formats/icc/formatMatrixProfile';
import { identifyProfile } from '../../src/formats/icc/identifyProfile';
import { readIccProfile } from '../../src/formats/icc/readIccProfile';
import { decodeImage } from '../../src/formats/image/decodeImage';
import { encodeImage } from '../../src/formats/image/encodeImage';
import { readPngChunks, writePngChunks } from '../../src/formats/image/png/pngChunks';
import type { ImageFileType } from '../../src/formats/image/raster';
import { readImport } from '../../src/formats/import/readImport';
import { parseInversion } from '../../src/formats/inversion/inversionFile';
import { parsePointPairs } from '../../src/formats/pointPairs/parsePointPairs';
import { readPsd } from '../../src/formats/psd/readPsd';
import { writeStackPsd } from '../../src/formats/psd/writePsd';
import { formatStyle } from '../../src/formats/style/formatStyle';
import { parseStyle } from '../../src/formats/style/parseStyle';
import { parseThreeDl } from '../../src/formats/threeDl/threeDl';
import { CLI_ERRORS } from '../../src/cli/texts';
import { fillBlanks } from '../../src/app/fillBlanks';
import { classicStack } from '../support/classicStack';
import { warmLook } from '../support/warmLook';

/** What the panel says, or for errors of the command line alone what that says. */
function complaint(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { [error.code]: text } = CLI_ERRORS;
    const { title, remedy } = errorNotice(error);
    return `${title} ${remedy} ${text ? fillBlanks(text.title, error.values) : ''}`;
  }
  return 'read without complaint';
}

const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const changed = (bytes: Uint8Array, at: number, ...values: number[]): Uint8Array => {
  const copy = bytes.slice();
  copy.set(values, at);
  return copy;
};
/** Where an ASCII text stands. */
const placeOf = (bytes: Uint8Array, ascii: string): number =>
  bytes.findIndex((_, i) => [...ascii].every((letter, k) => bytes[i + k] === letter.charCodeAt(0)));

const SIDE = 8;
const picture = (fileType: ImageFileType, side = SIDE): Uint8Array =>
  encodeImage(
    {
      width: side,
      height: side,
      channels: 3,
      bitDepth: 8,
      data: Uint8Array.from({ length: 3 * side ** 2 }, (_, i) => (i * 37) % 256),
      orientation: 1,
      fileType,
    },
    fileType,
  );

const STYLE = { look: warmLook(), stack: classicStack() };
const style = formatStyle(STYLE);
const lineWith = (text: string): number => style.slice(0, style.indexOf(text)).split('\n').length;

describe('a damaged table of numbers is refused with its line', () => {
  const ROWS = '0 0 0\n1 0 0\n0 1 0\n1 1 0\n0 0 1\n1 0 1\n0 1 1\n';
  const cube = (rows: string): string => complaint(() => parseCube(`LUT_3D_SIZE 2\n${rows}`, 'a.cube'));
  const threeDl = (text: string): string => complaint(() => parseThreeDl(text, 'srgb', 'a.3dl'));

  it.each([
    ['ends early', cube(ROWS), /line 8.*ends after 7 of 8 rows/],
    ['has a row too many', cube(`${ROWS}1 1 1\n1 1 1\n`), /line 10.*more than 8 rows/],
    ['has NaN', cube(`nan 0 0\n`), /line 2.*“?"?nan"?”? is not a number/],
    ['has an infinity', cube(`0 1e999 0\n`), /line 2.*1e999/],
    ['has a number beyond 32 bits', cube(`0 1e300 0\n`), /line 2.*1e300/],
    ['has decimal commas', cube(`0,5 0,5 0,5\n`), /line 2.*decimal commas/],
    ['has two numbers in a row', cube(`0 0\n`), /line 2.*three numbers/],
    ['has a size that is none', complaint(() => parseCube('LUT_3D_SIZE -4\n', 'a.cube')), /line 1.*size/],
    ['has a size beyond memory', complaint(() => parseCube('LUT_3D_SIZE 999999\n')), /line 1.*from 2 to 256/],
    [
      'claims more than it holds',
      complaint(() => parseCube('LUT_3D_SIZE 256\n0 0 0\n')),
      /line 2.*too short/,
    ],
    [
      'has an empty domain',
      cube(`${ROWS}`.replace(/^/, 'DOMAIN_MAX 0 0 0\n') + '1 1 1\n'),
      /line 10.*domain/,
    ],
    ['is one endless line', complaint(() => parseCube('#'.repeat(1 << 16))), /line 1.*too long/],
  ])('.cube that %s', (_, said, expected) => expect(said).toMatch(expected));

  it.each([
    ['ends early', threeDl('0 1023\n0 0 0\n'), /line 3.*1 of 8 rows|too short/],
    ['has decimal commas', threeDl('0 1023\n0,5 0 0\n' + '0 0 0\n'.repeat(8)), /line 2.*whole/],
    ['has NaN', threeDl('0 1023\nNaN 0 0\n0 nan 0\n' + '0 0 0\n'.repeat(8)), /line 3.*whole numbers/],
    ['claims more than it holds', threeDl(`${'0 '.repeat(129)}\n0 0 0\n`), /line 1.*too short/],
    ['has values beyond 16 bits', threeDl('0 1023\n' + '99999 0 0\n'.repeat(8)), /line 10.*65535/],
  ])('.3dl that %s', (_, said, expected) => expect(said).toMatch(expected));

  it.each([
    ['a byte order mark', '\ufeffLUT_3D_SIZE 2\n' + ROWS],
    ['line ends of all systems', 'LUT_3D_SIZE 2\r\n' + ROWS.replace('\n', '\r')],
  ])('.cube with %s: the line is that of an editor', (_, text) => {
    expect(complaint(() => parseCube(text))).toMatch(/line 8/);
    expect(parseCube(`${text}1 1 1\n`).lattice?.size).toBe(2);
  });

  it('.3dl with a byte order mark and line ends of all systems: the line is that of an editor', () => {
    const text = '\ufeff# mixed\r\n0 1023\r' + '0 0 0\n1023 4 9\r\n'.repeat(4);
    expect(parseThreeDl(decodeText(new TextEncoder().encode(text)), 'srgb').size).toBe(2);
    expect(threeDl(text.replace('1023 4 9', '1023 x 9'))).toMatch(/line 4/);
  });

  it('.cube in UTF-16 of Windows is read', () => {
    const text = `LUT_3D_SIZE 2\n${ROWS}1 1 1\n`;
    const bytes = Uint8Array.from([0xff, 0xfe, ...[...text].flatMap((letter) => [letter.charCodeAt(0), 0])]);
    expect(parseCube(decodeText(bytes)).lattice?.size).toBe(2);
  });
});

describe('damaged JSON is refused with line and column', () => {
  const READERS = [
    ['a style', (text: string) => parseStyle(text, 'x')],
    ['a library', (text: string) => parseLibraryOrStyle(text, 'x')],
    ['an inversion', (text: string) => parseInversion(text, 'x')],
    ['point pairs', (text: string) => parsePointPairs(text, 'x')],
  ] as const;
  const DAMAGES = [
    ['cut off', '{\n  "a": [1, 2', /line 2, column 13: a comma or \] is expected, not the end of the file/],
    ['NaN', '{\n  "a": NaN\n}', /line 2, column 8: a value is expected, not “NaN”/],
    ['an infinity', '[\n-Infinity]', /line 2, column 1: a value is expected/],
    ['a decimal comma', '{"x": 0,5}', /line 1, column 9: a name in quotes is expected, not “5”/],
    ['a comma at the end', '[1,\r\n2,\r\n]', /line 3, column 1: a value is expected, not “\]”/],
    ['an open text', '{"a":\r"b}', /line 2, column 1: a text has no closing quote/],
    ['something behind', '{}\n\n{}', /line 3, column 1: nothing is expected behind the end/],
    ['a byte order mark and no more', '\ufeff', /line 1, column 2: a value is expected/],
    ['deep nesting', '['.repeat(100_000), /line 1, column 65: it is nested deeper than 64 levels/],
  ] as const;

  it.each(
    READERS.flatMap(([name, read]) =>
      DAMAGES.map(([damage, ...rest]) => [name, damage, read, ...rest] as const),
    ),
  )('%s: %s', (_name, _damage, read, text, expected) =>
    expect(complaint(() => read(text))).toMatch(expected),
  );

  it.each(READERS)('%s: an array beyond bounds, in bounded time', (name, read) => {
    const many = name === 'a library' ? 5_000_001 : 500_001;
    expect(complaint(() => read(`[${'1,'.repeat(many)}1]`))).toMatch(
      /line 1, column \d+: it holds more than/,
    );
  });

  it('a style of too many characters', () => {
    expect(complaint(() => parseStyle(' '.repeat((16 << 20) + 1)))).toMatch(/16777217 characters/);
  });

  it('a style whose value is of a wrong kind: the field, and where it stands', () => {
    const wrong = style.replace(/"exposureEv": [-\d.]+/, '"exposureEv": "much"');
    const line = lineWith('"exposureEv"');
    expect(complaint(() => parseStyle(wrong))).toMatch(
      new RegExp(`look\\.whiteBalance\\.exposureEv.*line ${line}, column`),
    );
  });

  it('a library with a damaged style: which stock it is', () => {
    const wrong = style.replace('"tone"', '"tome"');
    const library = `{"format": "filmfit-library", "version": 1, "stocks": [\n{"style": ${style}},\n{"style": ${wrong}}]}`;
    expect(complaint(() => parseLibraryOrStyle(library, 'x'))).toMatch(/stock 2: look\.tone: .*line \d{2,}/);
  });

  it('a style whose packed numbers are beyond 32 bits', () => {
    const wrong = style.replace(/"scale": [-\d.e]+/, '"scale": 1e300');
    expect(complaint(() => parseStyle(wrong))).toMatch(/look\.residual\.offsets.*line \d+, column/);
  });

  it('a style with a byte order mark and line ends of all systems is read', () => {
    const mixed = `\ufeff${style.replace(/\n/g, (_, at: number) => (at % 2 === 0 ? '\r\n' : '\r'))}`;
    expect(parseStyle(mixed)).toEqual(parseStyle(style));
  });

  it.each(READERS)('%s: names of prototypes change nothing', (_, read) => {
    const names = ['__proto__', 'constructor', 'prototype'];
    for (const name of names)
      complaint(() => read(`[{"${name}": {"polluted": 1}, "film": {"${name}": []}}]`));
    for (const name of names)
      complaint(() => read(`{"${name}": {"polluted": 1}, "inversion": {"${name}": 1}}`));
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('%s reaches no prototype', (name) => {
    const hostile = style.replace('{', `{ "${name}": {"polluted": true}, `);
    const read = parseStyle(hostile) as unknown as Record<string, unknown>;
    expect(Object.hasOwn(read, name)).toBe(false);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(read.polluted).toBeUndefined();
  });
});

describe('a damaged picture is refused with the byte', () => {
  const tiff = Uint8Array.from(picture('tiff'));
  const png = picture('png');
  const jpeg = picture('jpeg');
  const said = (bytes: Uint8Array): string => complaint(() => decodeImage(bytes, 'x'));
  const withChunk = (name: string, content: Uint8Array): Uint8Array => {
    const [head, ...others] = readPngChunks(png);
    return writePngChunks([head, { name, content }, ...others]);
  };
  /** The directory of a TIFF begins with the number of its entries. */
  const directoryAt = new DataView(tiff.buffer).getUint32(4, true);
  const entryAt = (tag: number): number => {
    const view = new DataView(tiff.buffer);
    for (let at = directoryAt + 2; ; at += 12) if (view.getUint16(at, true) === tag) return at;
  };
  const stripAt = new DataView(tiff.buffer).getUint32(entryAt(273) + 8, true);

  it.each([
    ['is cut off in its head', tiff.slice(0, 6), /too short to be a TIFF \(byte 6\)/],
    [
      'has its directory behind its end',
      changed(tiff, 4, 0xff, 0xff, 0xff, 0),
      /directory \(byte 16777215\)/,
    ],
    ['claims no width', changed(tiff, entryAt(256) + 8, 0, 0), `0 × 8 pixels (byte ${entryAt(256)})`],
    ['lists no strips', changed(tiff, entryAt(273), 0xfe, 0xff), `(byte ${directoryAt + 2})`],
    ['has a tag behind its end', changed(tiff, entryAt(258) + 8, 255, 255, 255, 0), `(byte ${entryAt(258)})`],
    ['has a strip behind its end', changed(tiff, entryAt(273) + 8, 255, 255, 255, 0), '(byte 16777215)'],
    ['has a damaged strip', changed(tiff, stripAt, 0xff, 0xff), `cannot be read (byte ${stripAt})`],
  ])('TIFF that %s', (_, bytes, expected) => {
    if (typeof expected === 'string') expect(said(bytes)).toContain(expected);
    else expect(said(bytes)).toMatch(expected);
  });

  const idat = placeOf(png, 'IDAT');
  const rows = Uint8Array.from({ length: SIDE * (3 * SIDE + 1) }, (_, i) =>
    i % (3 * SIDE + 1) === 0 ? 9 : 1,
  );
  const header = Uint8Array.from(png.slice(16, 29));
  const pngOf = (content: Uint8Array, head = header): Uint8Array =>
    writePngChunks([
      { name: 'IHDR', content: head },
      { name: 'IDAT', content },
      { name: 'IEND', content: new Uint8Array(0) },
    ]);
  const packed = (bytes: Uint8Array): Uint8Array => Uint8Array.from(deflateSync(bytes));

  it.each([
    [
      'is cut off',
      png.slice(0, png.length - 20),
      /ends inside its part "IDAT" \(byte \d+\)|ends early \(byte \d+\)/,
    ],
    ['is damaged inside', changed(png, idat + 8, 1, 2, 3), `"IDAT" is wrong (byte ${idat - 4})`],
    [
      'claims no width',
      pngOf(packed(rows), Uint8Array.from(changed(header, 0, 0, 0, 0, 0))),
      '0 × 8 pixels (byte 16)',
    ],
    ['has an unknown filter', pngOf(packed(rows)), 'row 1 has the unknown filter 9 (byte 41)'],
    ['ends before the last pixel', pngOf(packed(rows.slice(9))), /before the last pixel \(byte \d+\)/],
    ['holds what is not packed', pngOf(latin('no stream at all')), 'cannot be read (byte 41)'],
    [
      'is a bomb',
      pngOf(packed(new Uint8Array(64 << 20))),
      'larger than the picture it should hold (byte 41)',
    ],
  ])('PNG that %s', (_, bytes, expected) => {
    if (typeof expected === 'string') expect(said(bytes)).toContain(expected);
    else expect(said(bytes)).toMatch(expected);
  });

  const frame = jpeg.findIndex((byte, i) => byte === 0xff && jpeg[i + 1] === 0xc0);
  const scan = jpeg.findIndex((byte, i) => byte === 0xff && jpeg[i + 1] === 0xda);

  it.each([
    ['is cut off in its pixels', jpeg.slice(0, -6), `ends early (byte ${jpeg.length - 6})`],
    ['is cut off in a part', jpeg.slice(0, frame + 6), `its part C0 (byte ${frame})`],
    ['lacks a marker', changed(jpeg, frame, 0), `a marker is missing (byte ${frame})`],
    ['claims no height', changed(jpeg, frame + 5, 0, 0), `8 × 0 pixels (byte ${frame})`],
    ['has seven channels', changed(jpeg, frame + 9, 7), `7 channels (byte ${frame})`],
    ['has a marker in its pixels', changed(jpeg, scan + 16, 0xff, 0xc4, 0xff, 0xc4), `(byte ${scan})`],
  ])('JPEG that %s', (_, bytes, expected) => expect(said(bytes)).toContain(expected));

  it.each([
    ['profile', 'iCCP', latin('x\0\0')],
    ['XMP', 'iTXt', latin('XML:com.adobe.xmp\0\x01\0\0\0')],
  ])('PNG whose %s is a bomb is read without it', (_, name, head) => {
    const bomb = packed(new Uint8Array(40 << 20));
    const read = decodeImage(withChunk(name, Uint8Array.from([...head, ...bomb])), 'x');
    expect([read.width, read.iccProfile, read.xmp]).toEqual([SIDE, undefined, undefined]);
  });

  it('TIFF whose tags share the same bytes takes no more memory than it has', () => {
    const TAGS = 500;
    const bytes = new Uint8Array(1 << 20);
    const view = new DataView(bytes.buffer);
    bytes.set([0x49, 0x49, 42, 0, 8]);
    view.setUint16(8, TAGS, true);
    for (let i = 0, at = 10; i < TAGS; i++, at += 12) {
      view.setUint16(at, 50_000 + i, true);
      view.setUint16(at + 2, 7, true);
      view.setUint32(at + 4, 1 << 19, true);
    }
    // Four of half a megabyte each are twice the file.
    expect(said(bytes)).toContain('claim more bytes than it has (byte 58)');
  });

  it('JPEG of more scans than any program writes', () => {
    const table = jpeg.slice(scan, scan + 14);
    const scans = Uint8Array.from({ length: 501 * 14 }, (_, i) => table[i % 14]);
    const bytes = Uint8Array.from([...jpeg.slice(0, scan), ...scans, ...jpeg.slice(scan)]);
    expect(said(bytes)).toContain(`more than 500 scans (byte ${scan + 500 * 14})`);
  });

  it('Hald picture that is none: its size', () => {
    expect(complaint(() => parseHald(picture('png', 10), 'srgb', 'x'))).toContain('10 × 10');
  });

  it('Hald picture that is damaged', () => {
    const hald = formatHald(bakeLut(STYLE.look, 4), deflateSync);
    expect(complaint(() => parseHald(hald.slice(0, 60), 'srgb', 'x'))).toMatch(/IDAT" \(byte \d+\)/);
    expect(complaint(() => readImport(changed(hald, 70, 0), 'x.png'))).toMatch(/IDAT" is wrong \(byte \d+\)/);
  });
});

describe('damaged profiles, curves and documents are refused with the byte', () => {
  const acv = formatAcv([
    [
      { input: 0, output: 0 },
      { input: 255, output: 255 },
    ],
  ]);

  it.each([
    ['ends early', acv.slice(0, 9), 'ends early (byte 8)'],
    ['has an unknown version', changed(acv, 0, 0, 9), 'version 9 is unknown (byte 2)'],
    ['claims too many curves', changed(acv, 2, 0, 99), '99 curves (byte 4)'],
    ['claims too many points', changed(acv, 4, 0, 99), '99 points (byte 6)'],
    ['has points out of order', changed(acv, 8, 1, 0), 'out of order or out of range (byte 14)'],
  ])('.acv that %s', (_, bytes, expected) => {
    expect(complaint(() => parseAcv(bytes, 'x'))).toContain(expected);
  });

  const dcp = exportDcp(STYLE).content as Uint8Array;

  it.each([
    ['begins like something else', changed(dcp, 0, 1), '(byte 0)'],
    ['has its directory behind its end', changed(dcp, 4, 255, 255, 255, 0), '(byte 16777215)'],
    ['is cut off', dcp.slice(0, 300), /points past the end of the file \(byte \d+\)/],
  ])('.dcp that %s', (_, bytes, expected) => {
    const said = complaint(() => readDcp(bytes, 'x'));
    if (typeof expected === 'string') expect(said).toContain(expected);
    else expect(said).toMatch(expected);
  });

  const valuesAt = (tag: number): number => {
    const view = new DataView(dcp.buffer, dcp.byteOffset);
    for (let at = 10; ; at += 12) if (view.getUint16(at, true) === tag) return view.getUint32(at + 8, true);
  };
  const NAN = [0, 0, 0xc0, 0x7f];

  it.each([
    ['look table', DCP_TAGS.lookData, lookTableOf],
    ['tone curve', DCP_TAGS.toneCurve, toneCurveOf],
  ] as const)('.dcp with NaN in its %s', (name, tag, read) => {
    const directory = readDcp(changed(dcp, valuesAt(tag) + 4, ...NAN), 'x');
    expect(complaint(() => read(directory, 'x'))).toMatch(
      new RegExp(`${name} makes no sense \\(byte \\d+\\)`),
    );
  });

  it('.dcp that is larger than any profile', () => {
    const huge = new Uint8Array((64 << 20) + 1);
    huge.set(dcp.subarray(0, 8));
    expect(complaint(() => readDcp(huge, 'x'))).toContain('67108865 bytes');
  });

  it('profile with a name without end: the first letters of it', () => {
    const name = new Uint8Array(300_000).fill(65);
    name.set([...latin('desc'), 0, 0, 0, 0, 0, 4, 0, 0]);
    const whole = formatMatrixProfile('adobe-rgb');
    const bytes = new Uint8Array(whole.length + name.length);
    bytes.set(whole);
    bytes.set(name, whole.length);
    const at = placeOf(bytes, 'desc');
    new DataView(bytes.buffer).setUint32(at + 4, whole.length);
    new DataView(bytes.buffer).setUint32(at + 8, name.length);
    expect(readIccProfile(bytes)?.description).toBe('A'.repeat(200));
    expect(identifyProfile(bytes)).toMatchObject({ kind: 'known', space: 'adobe-rgb' });
  });

  const profile = formatMatrixProfile('adobe-rgb');
  const red = placeOf(profile, 'rXYZ');
  const redAt = new DataView(profile.buffer).getUint32(red + 4);

  it.each([
    ['is cut off in its head', profile.slice(0, 90), 'ends early (byte 90)'],
    ['lacks its mark', changed(profile, 36, 0), 'mark of a profile is missing (byte 36)'],
    ['has a tag behind its end', changed(profile, red + 4, 1), `“rXYZ” points past its end (byte ${red})`],
    ['has a tag of another kind', changed(profile, redAt, 0), `“rXYZ” cannot be read (byte ${redAt})`],
  ])('profile that %s is said to be damaged, and the picture is read without it', (_, bytes, expected) => {
    const identified = identifyProfile(bytes);
    expect(identified.kind).toBe('unknown');
    expect('description' in identified && identified.description).toContain(expected);
  });

  const pixels = new Uint8Array(3 * SIDE ** 2).fill(90);
  const psd = writeStackPsd({ width: SIDE, height: SIDE, bitsPerChannel: 8, pixels, stack: STYLE.stack });

  it.each([
    ['is cut off', psd.slice(0, 40), /too early \(byte \d+\)/],
    ['claims no height', changed(psd, 14, 0, 0, 0, 0), /too early \(byte 14\)/],
    ['is cut off as a part of a larger buffer', changed(psd, 0, ...psd).subarray(0, 40), /\(byte \d+\)/],
  ])('PSD that %s', (_, bytes, expected) => {
    expect(complaint(() => readPsd(bytes))).toMatch(expected);
  });
});
