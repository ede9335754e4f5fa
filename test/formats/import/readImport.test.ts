import { deflateSync } from 'node:zlib';
import { bakeLut } from '../../../src/engine/render/bakeLut';
import { importLut } from '../../../src/engine/importLut';
import { createLutMapper } from '../../../src/engine/render/applyLut';
import { createLookMapper } from '../../../src/engine/render/renderLook';
import { createStackMapper } from '../../../src/engine/render/renderStack';
import { runToEnd } from '../../../src/engine/task';
import { UserError } from '../../../src/engine/userError';
import { formatAcv } from '../../../src/formats/acv/acv';
import { formatCube } from '../../../src/formats/cube/formatCube';
import { compareMappers } from '../../../src/formats/export/roundTrip';
import { formatHald } from '../../../src/formats/hald/hald';
import { readImport, type ImportedTable } from '../../../src/formats/import/readImport';
import { formatStyle } from '../../../src/formats/style/formatStyle';
import { formatThreeDl } from '../../../src/formats/threeDl/threeDl';
import { classicStack } from '../../support/classicStack';
import { JND } from '../../support/tolerances';
import { warmLook } from '../../support/warmLook';

const LOOK = warmLook();
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const CUBE = bytesOf(formatCube(bakeLut(LOOK, 17), { title: 'Warm 400' }));
const PNG = formatHald(bakeLut(LOOK, 16), deflateSync);

function tableOf(bytes: Uint8Array, fileName: string): ImportedTable {
  const read = readImport(bytes, fileName);
  if (read.kind !== 'table') throw new Error('a style came back');
  return read;
}

function codeOf(bytes: Uint8Array, fileName: string): string {
  try {
    readImport(bytes, fileName);
  } catch (error) {
    if (error instanceof UserError) return error.code;
    throw error;
  }
  return 'no error';
}

describe('readImport', () => {
  it.each([
    ['a .cube', CUBE, 'x.cube'],
    ['a .3dl', bytesOf(formatThreeDl(bakeLut(LOOK, 17))), 'x.3dl'],
    ['a Hald picture', PNG, 'x.png'],
  ])('reads %s as what the look does', (_, bytes, fileName) => {
    const { lut } = tableOf(bytes, fileName);
    const { mean } = compareMappers('srgb', createLookMapper(LOOK), createLutMapper(lut)).deltaE2000;
    expect(mean).toBeLessThan(JND / 2);
  });

  it('takes name and space from the title, without doubt', () => {
    const adobe = formatCube({ ...bakeLut(LOOK, 3), space: 'adobe-rgb' }, { title: 'Warm 400' });
    expect(tableOf(bytesOf(adobe), 'x.cube')).toMatchObject({
      name: 'Warm 400',
      lut: { space: 'adobe-rgb' },
      doubts: [],
    });
  });

  it('says so when nothing names the space, and when the table is for log footage', () => {
    const plain = 'LUT_3D_SIZE 2\n' + '0 0 0\n'.repeat(8);
    expect(tableOf(bytesOf(plain), 'Film.cube').doubts).toEqual(['space-assumed']);
    expect(tableOf(bytesOf(plain), 'S-Log3 to film.cube').doubts).toContain('log-input');
    expect(tableOf(PNG, 'Film ProPhoto.png')).toMatchObject({ lut: { space: 'prophoto' }, doubts: [] });
  });

  it.each([
    ['a byte order mark', (text: string) => bytesOf(`\ufeff${text}`)],
    ['Windows’ line ends', (text: string) => bytesOf(text.replace(/\n/g, '\r\n'))],
    [
      'mixed line ends',
      (text: string) => bytesOf(text.replace(/\n/g, (_, i: number) => (i % 2 ? '\r' : '\r\n'))),
    ],
    ['UTF-16', (text: string) => Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'))],
  ])('reads a .cube with %s', (_, change) => {
    const changed = tableOf(change(Buffer.from(CUBE).toString()), 'x.cube');
    expect(changed.lut.values).toEqual(tableOf(CUBE, 'x.cube').lut.values);
  });

  it('keeps the points of a curves preset', () => {
    const curve = [
      { input: 0, output: 10 },
      { input: 128, output: 140 },
      { input: 255, output: 250 },
    ];
    const read = tableOf(formatAcv([curve, curve, curve, curve]), 'mine.acv');
    expect(read).toMatchObject({ name: 'mine', curves: { kind: 'curves', composite: curve, blue: curve } });
  });

  it('reads a style whatever its extension', () => {
    const style = { look: LOOK, stack: classicStack() };
    expect(readImport(bytesOf(formatStyle(style)), 'x.filmfit')).toMatchObject({ kind: 'style' });
  });

  it.each([
    ['a text', bytesOf('hello'), 'x.txt', 'import-unknown'],
    ['a hundred thousand empty lines', bytesOf('\n'.repeat(100_000)), 'x.txt', 'import-unknown'],
    ['nothing', new Uint8Array(0), 'x.cube', 'cube-invalid'],
    ['decimal commas', bytesOf('LUT_3D_SIZE 2\n0,1 0,2 0,3\n'), 'x.cube', 'cube-invalid'],
    [
      'a table that claims 256 steps in a few bytes',
      bytesOf('LUT_3D_SIZE 256\n0 0 0\n'),
      'x.cube',
      'cube-invalid',
    ],
    ['a mesh of 129 in a few bytes', bytesOf('0 '.repeat(129)), 'x.3dl', 'three-dl-invalid'],
    ['a JPEG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'x.jpg', 'image-unsupported'],
    ['a PNG of another shape', PNG.slice(0, 40), 'x.png', 'image-damaged'],
    ['65 MB', new Uint8Array(65 << 20), 'x.cube', 'import-too-large'],
    ['a broken style', bytesOf('{"format":"filmfit-style"'), 'x.filmfit', 'style-not-json'],
  ])('refuses %s', (_, bytes, fileName, code) => {
    expect(codeOf(bytes, fileName)).toBe(code);
  });

  it('takes no memory for a PNG that claims to be huge', () => {
    const bomb = Uint8Array.from(PNG);
    const view = new DataView(bomb.buffer);
    view.setUint32(16, 60_000);
    view.setUint32(20, 6000);
    expect(['image-damaged', 'image-too-large']).toContain(codeOf(bomb, 'x.png'));
  });
});

describe('an imported table', () => {
  it('becomes a look that does the same, and layers that come near', () => {
    const { lut } = tableOf(CUBE, 'x.cube');
    const { look, projection } = runToEnd(importLut({ lut, name: 'Imported' }));
    expect(look.name).toBe('Imported');
    const original = createLutMapper(lut);
    expect(compareMappers('srgb', original, createLookMapper(look)).deltaE2000.mean).toBeLessThan(JND / 10);
    const withoutLayers = compareMappers('srgb', original, (source, target) => target.set(source));
    const layers = compareMappers('srgb', original, createStackMapper(projection.value));
    expect(layers.deltaE2000.mean).toBeLessThan(withoutLayers.deltaE2000.mean / 3);
  });
});
