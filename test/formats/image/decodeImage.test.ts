/** Pictures written by ImageMagick with known values (see fixtures/README.md), and damaged ones. */
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { zlibSync } from 'fflate';
import { decode as decodeWithFastPng } from 'fast-png';
import { fromArrayBuffer } from 'geotiff';
import { UserError } from '../../../src/engine/userError';
import { decodeImage } from '../../../src/formats/image/decodeImage';
import { writePngChunks } from '../../../src/formats/image/png/pngChunks';
import type { Raster } from '../../../src/formats/image/raster';

const FIXTURES = path.join(__dirname, 'fixtures');
const read = (name: string): Uint8Array => fs.readFileSync(path.join(FIXTURES, name));
const decode = (name: string): Raster => decodeImage(read(name), name);

const expected8 = (x: number, y: number, c: number): number => (37 * x + 53 * y + 91 * c) % 256;
const expected16 = (x: number, y: number, c: number): number => (3701 * x + 5303 * y + 9109 * c) % 65536;

function expectValues(
  raster: Raster,
  value: (x: number, y: number, c: number) => number,
  channels = 3,
): void {
  for (let y = 0; y < raster.height; y++) {
    for (let x = 0; x < raster.width; x++) {
      for (let c = 0; c < channels; c++) {
        const found = raster.data[(y * raster.width + x) * raster.channels + c];
        if (found !== value(x, y, c))
          throw new Error(`(${x}, ${y}) channel ${c}: ${found}, not ${value(x, y, c)}`);
      }
    }
  }
}

/** @returns the error that decoding throws */
function failure(bytes: Uint8Array, name = 'scan.tif'): UserError {
  try {
    decodeImage(bytes, name);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('decoded');
}

describe('decodeImage', () => {
  it.each([
    'rgb8-lzw.tif',
    'rgb8-tiles-lzw.tif',
    'rgb8-planar-zip.tif',
    'rgb8-packbits.tif',
    'rgb8-turned.tif',
    'rgb8.png',
  ])('reads every value of %s', (name) => {
    const raster = decode(name);
    expect(raster.bitDepth).toBe(8);
    expect(raster.channels).toBe(3);
    expectValues(raster, expected8);
  });

  it.each([
    'rgb16-zip-predictor.tif',
    'rgb16-plain-bigendian.tif',
    'rgb16-lzw-bigendian.tif',
    'rgba16-lzw.tif',
    'rgb16-interlaced.png',
  ])('reads every value of %s', (name) => {
    const raster = decode(name);
    expect(raster.bitDepth).toBe(16);
    expect(raster.data).toBeInstanceOf(Uint16Array);
    expectValues(raster, expected16);
  });

  it('reads gray, also where white is stored as zero', () => {
    expect(decode('gray8.tif').channels).toBe(1);
    expectValues(decode('gray8.tif'), (x, y) => expected8(x, y, 0), 1);
    expectValues(decode('gray8-white-is-zero.tif'), (x, y) => 255 - expected8(x, y, 0), 1);
  });

  it('keeps the alpha channel of a 16-bit TIFF', () => {
    const raster = decode('rgba16-lzw.tif');
    expect(raster.channels).toBe(4);
    expect(Math.abs(raster.data[3] - 0.6 * 65535)).toBeLessThanOrEqual(1);
  });

  it('spreads single bits to black and white', () => {
    const raster = decode('gray1.png');
    expectValues(raster, (x, y) => (expected8(x, y, 0) > 127 ? 255 : 0), 1);
  });

  it('resolves the palette of a PNG', () => {
    const colors = [
      [255, 0, 0],
      [0, 128, 64],
      [10, 20, 30],
    ];
    expectValues(decode('palette.png'), (x, y, c) => colors[(x + y) % 3][c]);
  });

  it('reads the orientation and leaves the pixels as they are stored', () => {
    expect(decode('rgb8-turned.tif').orientation).toBe(6);
    expect(decode('rgb8-lzw.tif').orientation).toBe(1);
  });

  it('reads TIFF as geotiff does', async () => {
    const name = 'rgb8-tiles-lzw.tif';
    const bytes = read(name);
    const tiff = await fromArrayBuffer(
      bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer,
    );
    const image = await tiff.getImage();
    const values = await image.readRasters({ interleave: true });
    expect([...decode(name).data]).toEqual(Array.from(values as Uint8Array));
  });

  it('reads interlaced 16-bit PNG as fast-png does', () => {
    expect([...decode('rgb16-interlaced.png').data]).toEqual([
      ...decodeWithFastPng(read('rgb16-interlaced.png')).data,
    ]);
  });

  it.each(['smooth-444.jpg', 'smooth-420.jpg', 'smooth-420-progressive.jpg'])(
    'reads %s to a few codes',
    (name) => {
      const raster = decode(name);
      let sum = 0;
      for (let y = 0; y < raster.height; y++) {
        for (let x = 0; x < raster.width; x++) {
          const original = [40 + 4 * x, 220 - 5 * y, 60 + 2 * (x + y)];
          original.forEach(
            (value, c) => (sum += Math.abs(value - raster.data[3 * (y * raster.width + x) + c])),
          );
        }
      }
      const JPEG_LOSS = 3;
      expect(sum / raster.data.length).toBeLessThan(JPEG_LOSS);
    },
  );

  it.each(['cmyk.jpg', 'cmyk.tif'])('refuses %s and says what to do', (name) => {
    const error = failure(read(name), name);
    expect(error.code).toBe('image-unsupported');
    expect(error.values).toMatchObject({ file: name, detail: 'CMYK colors' });
    expect(String(error.values.remedy)).toContain('RGB');
  });

  it.each([
    ['an empty file', new Uint8Array(0), 'image-empty'],
    ['a text', new TextEncoder().encode('Dear diary'), 'image-unknown-format'],
    ['a Photoshop document', new TextEncoder().encode('8BPS and so on'), 'image-unsupported'],
    ['a WebP', new TextEncoder().encode('RIFFxxxxWEBPVP8 '), 'image-unsupported'],
  ])('refuses %s', (_, bytes, code) => {
    expect(failure(bytes).code).toBe(code);
  });

  it.each([
    'rgb8-lzw.tif',
    'rgb8-tiles-lzw.tif',
    'rgb16-zip-predictor.tif',
    'rgb16-plain-bigendian.tif',
    'rgb8-packbits.tif',
    'rgb8-planar-zip.tif',
    'rgb16-interlaced.png',
    'rgb8.png',
    'smooth-444.jpg',
    'smooth-420-progressive.jpg',
  ])('calls %s damaged wherever it is cut off before its pixels are complete', (name) => {
    const bytes = read(name);
    for (const share of [0.1, 0.3, 0.5, 0.6]) {
      const error = failure(bytes.slice(0, Math.floor(bytes.length * share)), name);
      expect(error.code).toBe('image-damaged');
      expect(error.values.file).toBe(name);
    }
  });

  it('refuses dimensions that no memory holds, before taking any', () => {
    const bytes = read('rgb8-lzw.tif').slice();
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const entries = view.getUint32(4, true) + 2;
    const tags = Array.from({ length: view.getUint16(entries - 2, true) }, (_, i) => entries + 12 * i);
    for (const at of tags.filter((offset) => [256, 257].includes(view.getUint16(offset, true)))) {
      view.setUint16(at + 2, 4, true);
      view.setUint32(at + 8, 4_000_000_000, true);
    }
    expect(failure(bytes).code).toBe('image-too-large');
  });

  it('takes no memory for a JPEG that claims more blocks than it has bits', () => {
    const bytes = Uint8Array.from(read('smooth-420-progressive.jpg'));
    const frame = bytes.findIndex((byte, i) => byte === 0xff && bytes[i + 1] === 0xc2);
    new DataView(bytes.buffer).setUint16(frame + 5, 4000);
    new DataView(bytes.buffer).setUint16(frame + 7, 20_000);
    const error = failure(bytes, 'x.jpg');
    expect(error.code).toBe('image-damaged');
    expect(error.values.detail).toBe('it is too short for 20000 × 4000 pixels (byte 696)');
  });

  it('stops a decompression bomb at the size of the picture', () => {
    const header = new Uint8Array(13);
    new DataView(header.buffer).setUint32(0, 4);
    new DataView(header.buffer).setUint32(4, 4);
    header[8] = 8;
    header[9] = 2;
    const bomb = writePngChunks([
      { name: 'IHDR', content: header },
      { name: 'IDAT', content: zlibSync(new Uint8Array(50_000_000), { level: 9 }) },
      { name: 'IEND', content: new Uint8Array(0) },
    ]);
    const error = failure(bomb, 'bomb.png');
    expect(error.code).toBe('image-damaged');
    expect(error.values.detail).toContain('larger than the picture');
  });

  it('answers any damage with a picture or a UserError, never with anything else', () => {
    const names = fs.readdirSync(FIXTURES).filter((name) => /\.(tif|png|jpg)$/.test(name));
    const damage = fc.record({
      name: fc.constantFrom(...names),
      changes: fc.array(
        fc.tuple(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.nat(255)),
        {
          minLength: 1,
          maxLength: 6,
        },
      ),
    });
    fc.assert(
      fc.property(damage, ({ name, changes }) => {
        const bytes = Uint8Array.from(read(name));
        for (const [where, value] of changes) bytes[Math.floor(where * bytes.length)] = value;
        try {
          const raster = decodeImage(bytes, name);
          expect(raster.data.length).toBe(raster.width * raster.height * raster.channels);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
        }
      }),
      { numRuns: 1500, seed: 7 },
    );
  });
});
