import fs from 'node:fs';
import fc from 'fast-check';
import { decodeImage } from '../../../src/formats/image/decodeImage';
import { encodeImage, imageTypeOfFileName } from '../../../src/formats/image/encodeImage';
import { formatExif } from '../../../src/formats/image/exif';
import type { Orientation, Raster } from '../../../src/formats/image/raster';
import { bytesEntry } from '../../../src/formats/image/tiff/tiffEntries';
import { createRandom } from '../../support/createRandom';
import { itWithProgram, runProgram } from '../../support/programs';
import { temporaryFolder } from '../../support/temporaryFolder';

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

function randomRaster(
  width: number,
  height: number,
  channels: Raster['channels'],
  bitDepth: 8 | 16,
  overrides: Partial<Raster> = {},
): Raster {
  const random = createRandom(width * 31 + height);
  const length = width * height * channels;
  const data = bitDepth === 16 ? new Uint16Array(length) : new Uint8Array(length);
  for (let i = 0; i < length; i++) data[i] = Math.floor(random() * 2 ** bitDepth);
  return { width, height, channels, bitDepth, data, orientation: 1, fileType: 'png', ...overrides };
}

/** Values and type; faster than toEqual on long arrays. */
function isSame(a: Uint8Array | Uint16Array | undefined, b: Uint8Array | Uint16Array): boolean {
  return a?.constructor === b.constructor && a.length === b.length && a.every((value, i) => value === b[i]);
}

const METADATA = {
  iccProfile: Uint8Array.from({ length: 3144 }, (_, i) => (i * 7) & 0xff),
  exif: formatExif({
    entries: [bytesEntry(271, 2, ascii('Camera Maker\0'))],
    subDirectories: [{ tag: 34665, entries: [bytesEntry(0x9003, 2, ascii('2024:05:06 07:08:09\0'))] }],
  }),
  xmp: ascii('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>'),
  resolution: { xDpi: 300, yDpi: 300 },
  orientation: 6 as Orientation,
};

describe.each(['tiff', 'png'] as const)('encodeImage to %s', (type) => {
  it('gives back every value of any size, channel count and depth', () => {
    const size = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(
        size,
        size,
        fc.constantFrom(1, 2, 3, 4),
        fc.constantFrom(8, 16),
        (width, height, channels, depth) => {
          const raster = randomRaster(width, height, channels as Raster['channels'], depth as 8 | 16);
          const back = decodeImage(encodeImage(raster, type), `x.${type}`);
          expect([back.width, back.height, back.channels, back.bitDepth]).toEqual([
            width,
            height,
            channels,
            depth,
          ]);
          expect(isSame(back.data, raster.data)).toBe(true);
        },
      ),
      { numRuns: 40, seed: 3 },
    );
  });

  it('gives back more than one strip', () => {
    const raster = randomRaster(500, 800, 3, 8);
    expect(isSame(decodeImage(encodeImage(raster, type), `x.${type}`).data, raster.data)).toBe(true);
  });
});

describe.each(['tiff', 'png', 'jpeg'] as const)('encodeImage to %s', (type) => {
  const raster = randomRaster(20, 12, 3, 8, METADATA);

  it('keeps profile, XMP, orientation and resolution', () => {
    const back = decodeImage(encodeImage(raster, type), `x.${type}`);
    expect(back.iccProfile).toEqual(METADATA.iccProfile);
    expect(back.xmp).toEqual(METADATA.xmp);
    expect(back.orientation).toBe(6);
    expect(Math.round(back.resolution?.xDpi ?? 0)).toBe(300);
  });

  it('keeps what EXIF says about the photograph', () => {
    const back = decodeImage(encodeImage(raster, type), `x.${type}`);
    const text = new TextDecoder('latin1').decode(back.exif);
    expect(text).toContain('Camera Maker');
    expect(text).toContain('2024:05:06 07:08:09');
  });
});

describe('encodeImage to jpeg', () => {
  it('cuts a profile that is larger than a segment in pieces', () => {
    const iccProfile = Uint8Array.from({ length: 200_000 }, (_, i) => (i * 13) & 0xff);
    const raster = randomRaster(8, 8, 3, 8, { iccProfile });
    expect(isSame(decodeImage(encodeImage(raster, 'jpeg'), 'x.jpg').iccProfile, iccProfile)).toBe(true);
  });

  it('stays within a few codes of a smooth 16-bit picture', () => {
    const raster = randomRaster(64, 64, 3, 16);
    for (let i = 0; i < raster.data.length; i++) raster.data[i] = 257 * ((i / 64) & 255);
    const back = decodeImage(encodeImage(raster, 'jpeg'), 'x.jpg');
    const error = Array.from(back.data).reduce(
      (sum, value, i) => sum + Math.abs(value - raster.data[i] / 257),
      0,
    );
    const JPEG_LOSS = 3;
    expect(error / back.data.length).toBeLessThan(JPEG_LOSS);
  });
});

describe('what other programs read from our files', () => {
  const folder = temporaryFolder();
  const types = ['tiff', 'png'] as const;

  itWithProgram('ImageMagick reads the same 16-bit values', 'convert', () => {
    const raster = randomRaster(33, 17, 3, 16);
    for (const type of types) {
      const file = folder.path(`values.${type}`);
      fs.writeFileSync(file, encodeImage(raster, type));
      const raw = runProgram('convert', [file, '-depth', '16', '-endian', 'LSB', 'rgb:-']);
      expect(Buffer.compare(raw ?? Buffer.alloc(0), Buffer.from(raster.data.buffer))).toBe(0);
    }
  });

  itWithProgram('exiftool reads orientation, maker and date', 'exiftool', () => {
    for (const type of ['tiff', 'png', 'jpeg'] as const) {
      const file = folder.path(`metadata.${type}`);
      fs.writeFileSync(file, encodeImage(randomRaster(20, 12, 3, 8, METADATA), type));
      const tags = runProgram('exiftool', [
        '-n',
        '-s3',
        '-Orientation',
        '-Make',
        '-DateTimeOriginal',
        file,
      ])?.toString();
      expect(tags?.trim().split(/\r?\n/)).toEqual(['6', 'Camera Maker', '2024:05:06 07:08:09']);
    }
  });
});

describe('imageTypeOfFileName', () => {
  it.each([
    ['a.TIF', 'tiff'],
    ['b.tiff', 'tiff'],
    ['c.jpeg', 'jpeg'],
    ['d.v2.JPG', 'jpeg'],
    ['e.png', 'png'],
    ['f.gif', null],
    ['png', null],
  ])('of %s is %s', (name, type) => {
    expect(imageTypeOfFileName(name)).toBe(type);
  });
});
