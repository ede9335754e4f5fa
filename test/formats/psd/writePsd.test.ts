import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { initializeCanvas, readPsd as readWithAgPsd } from 'ag-psd';
import type { AdjustmentStack } from '../../../src/engine/adjustments';
import { DEFAULT_HUE_RANGES, IDENTITY_CURVE, SELECTIVE_COLOR_NAMES } from '../../../src/engine/adjustments';
import { renderStack8 } from '../../../src/engine/render/renderStack';
import { parseAdjustmentBlock } from '../../../src/formats/psd/blocks/adjustmentBlocks';
import { readPsd } from '../../../src/formats/psd/readPsd';
import { writeStackPsd } from '../../../src/formats/psd/writePsd';

const WIDTH = 37;
const HEIGHT = 21;
const NO_INK = { cyan: 0, magenta: 0, yellow: 0, black: 0 };

const STACK: AdjustmentStack = {
  name: 'Portra – 400 é',
  opacity: 80,
  layers: [
    {
      name: 'Tone',
      opacity: 100,
      adjustment: {
        kind: 'curves',
        composite: [
          { input: 0, output: 10 },
          { input: 128, output: 140 },
          { input: 255, output: 250 },
        ],
        red: IDENTITY_CURVE,
        green: [
          { input: 4, output: 0 },
          { input: 251, output: 255 },
        ],
        blue: IDENTITY_CURVE,
      },
    },
    {
      name: 'Hues',
      opacity: 90,
      adjustment: {
        kind: 'hueSaturation',
        colorize: false,
        master: { hue: 5, saturation: -10, lightness: 0 },
        ranges: {
          ...DEFAULT_HUE_RANGES,
          blues: { ...DEFAULT_HUE_RANGES.blues, hue: -12, saturation: 20, lightness: 7, beginRamp: 200 },
        },
      },
    },
    {
      name: 'Balance',
      opacity: 100,
      adjustment: {
        kind: 'colorBalance',
        shadows: [1, 2, 3],
        midtones: [-4, 5, 6],
        highlights: [7, 8, -9],
        preserveLuminosity: true,
      },
    },
    {
      name: 'Mix',
      opacity: 100,
      adjustment: {
        kind: 'channelMixer',
        monochrome: false,
        red: { red: 90, green: 5, blue: 5, constant: 1 },
        green: { red: -2, green: 102, blue: 0, constant: 0 },
        blue: { red: 0, green: 0, blue: 100, constant: 0 },
      },
    },
    {
      name: 'Inks',
      opacity: 100,
      adjustment: {
        kind: 'selectiveColor',
        method: 'absolute',
        colors: {
          ...(Object.fromEntries(SELECTIVE_COLOR_NAMES.map((name) => [name, NO_INK])) as Record<
            (typeof SELECTIVE_COLOR_NAMES)[number],
            typeof NO_INK
          >),
          reds: { cyan: -10, magenta: 5, yellow: 7, black: -3 },
        },
      },
    },
    {
      name: 'Range',
      opacity: 100,
      adjustment: {
        kind: 'levels',
        composite: { inputBlack: 3, inputWhite: 250, gamma: 1.1, outputBlack: 0, outputWhite: 255 },
        red: { inputBlack: 0, inputWhite: 255, gamma: 0.95, outputBlack: 5, outputWhite: 240 },
        green: { inputBlack: 0, inputWhite: 255, gamma: 1, outputBlack: 0, outputWhite: 255 },
        blue: { inputBlack: 0, inputWhite: 255, gamma: 1, outputBlack: 0, outputWhite: 255 },
      },
    },
    {
      name: 'Table',
      opacity: 100,
      adjustment: {
        kind: 'colorLookup',
        dither: false,
        lutName: 'swap.cube',
        // Red and blue change places.
        lut: {
          size: 2,
          space: 'srgb',
          values: Float32Array.from([0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 1, 1, 1, 0, 0, 1, 0, 1, 1, 1, 0, 1, 1, 1]),
        },
      },
    },
  ],
};

const pixels8 = Uint8Array.from({ length: 3 * WIDTH * HEIGHT }, (_, i) => (i * 7919) % 256);
const pixels16 = Uint16Array.from(pixels8, (code) => code * 257);
const mask = Uint8Array.from({ length: WIDTH * HEIGHT }, (_, i) => (i < 100 ? 0 : i < 200 ? 128 : 255));
const iccProfile = Uint8Array.from({ length: 300 }, (_, i) => i % 251);
const document8 = { width: WIDTH, height: HEIGHT, bitsPerChannel: 8, pixels: pixels8, stack: STACK } as const;
const document16 = { ...document8, bitsPerChannel: 16, pixels: pixels16 } as const;

/** ag-psd wants a canvas for images; all that it needs of one here is the buffer. */
initializeCanvas(
  () => {
    throw new Error('no canvas in this test');
  },
  (width, height) =>
    ({ width, height, data: new Uint8ClampedArray(4 * width * height), colorSpace: 'srgb' }) as ImageData,
);

const inAgPsd = (bytes: Uint8Array) =>
  readWithAgPsd(bytes, { useImageData: true, skipThumbnail: true, throwForMissingFeatures: false });

describe('a stack written as PSD', () => {
  it.each([document8, document16])(
    'is read by ag-psd as background and group of live layers ($bitsPerChannel bits)',
    (document) => {
      const psd = inAgPsd(writeStackPsd(document));
      expect([psd.width, psd.height, psd.bitsPerChannel]).toEqual([WIDTH, HEIGHT, document.bitsPerChannel]);
      expect(psd.children?.map((layer) => layer.name)).toEqual(['Background', STACK.name]);
      const group = psd.children?.[1];
      expect(group?.blendMode).toBe('pass through');
      expect(group?.opacity).toBeCloseTo(0.8, 2);
      expect(group?.children?.map((layer) => layer.name)).toEqual(STACK.layers.map((layer) => layer.name));
      expect(group?.children?.map((layer) => layer.adjustment?.type)).toEqual([
        'curves',
        'hue/saturation',
        'color balance',
        'channel mixer',
        'selective color',
        'levels',
        'color lookup',
      ]);
      expect(group?.children?.[1].opacity).toBeCloseTo(0.9, 2);
    },
  );

  it('holds the sliders that ag-psd reads back', () => {
    const layers = inAgPsd(writeStackPsd(document8)).children?.[1].children ?? [];
    expect(layers[0].adjustment).toMatchObject({
      rgb: STACK.layers[0].adjustment.kind === 'curves' && STACK.layers[0].adjustment.composite,
    });
    expect(layers[1].adjustment).toMatchObject({
      master: { hue: 5, saturation: -10, lightness: 0 },
      blues: { a: 200, b: 225, c: 255, d: 285, hue: -12, saturation: 20, lightness: 7 },
    });
    expect(layers[2].adjustment).toMatchObject({
      shadows: { cyanRed: 1, magentaGreen: 2, yellowBlue: 3 },
      midtones: { cyanRed: -4, magentaGreen: 5, yellowBlue: 6 },
      preserveLuminosity: true,
    });
    expect(layers[3].adjustment).toMatchObject({ red: { red: 90, green: 5, blue: 5, constant: 1 } });
    expect(layers[4].adjustment).toMatchObject({ mode: 'absolute', reds: { c: -10, m: 5, y: 7, k: -3 } });
    expect(layers[5].adjustment).toMatchObject({
      rgb: { shadowInput: 3, highlightInput: 250, midtoneInput: 1.1 },
    });
    expect(layers[6].adjustment).toMatchObject({ lookupType: '3dlut', dither: false, lutFormat: 'cube' });
  });

  it('reads back as the same adjustments', () => {
    const layers = readPsd(writeStackPsd(document8)).layers.filter((layer) =>
      parseAdjustmentBlock(layer.blocks),
    );
    const adjustments = layers.map((layer) => parseAdjustmentBlock(layer.blocks)?.adjustment);
    expect(adjustments).toEqual(STACK.layers.map((layer) => layer.adjustment));
  });

  it('keeps the picture in the background and shows the rendered stack as composite', () => {
    const file = readPsd(writeStackPsd(document8));
    const rendered = renderStack8(pixels8, 3, STACK);
    for (let c = 0; c < 3; c++) {
      expect(file.layers[0].channels.get(c)).toEqual(pixels8.filter((_, i) => i % 3 === c));
      expect(file.composite[c]).toEqual(rendered.filter((_, i) => i % 3 === c));
    }
  });

  it('keeps 16-bit pixels bit for bit', () => {
    const file = readPsd(writeStackPsd(document16));
    for (let c = 0; c < 3; c++) {
      expect(file.layers[0].channels.get(c)).toEqual(pixels16.filter((_, i) => i % 3 === c));
    }
  });

  it.each([document8, document16])('carries the ICC profile ($bitsPerChannel bits)', (document) => {
    expect(readPsd(writeStackPsd({ ...document, iccProfile })).resources.get(1039)).toEqual(iccProfile);
  });

  it.each([document8, document16])(
    'masks the group, and the composite with it ($bitsPerChannel bits)',
    (document) => {
      const masked = readPsd(writeStackPsd({ ...document, mask }));
      const plain = readPsd(writeStackPsd(document));
      expect(masked.layers.at(-1)?.mask?.data).toEqual(mask);
      const red = document.pixels.filter((_, i) => i % 3 === 0);
      expect(masked.composite[0].slice(0, 100)).toEqual(red.slice(0, 100));
      expect(masked.composite[0].slice(200)).toEqual(plain.composite[0].slice(200));
      expect(inAgPsd(writeStackPsd({ ...document, mask })).children?.[1].mask).toMatchObject({
        defaultColor: 0,
      });
    },
  );

  it('opens in psd-tools, where that is installed', () => {
    const script =
      'import sys\nfrom psd_tools import PSDImage\n' +
      'for f in sys.argv[1:]:\n p = PSDImage.open(f)\n print(p.depth, [l.kind for l in p], [l.kind for l in p[1]], p[1].name)';
    if (!hasPsdTools()) {
      process.stdout.write('skipped: no psd-tools (opens in psd-tools)\n');
      return;
    }
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'filmfit-psd-'));
    try {
      const files = [document8, document16].map((document) => {
        const file = path.join(folder, `${document.bitsPerChannel}.psd`);
        fs.writeFileSync(file, writeStackPsd({ ...document, mask, iccProfile }));
        return file;
      });
      const lines = execFileSync(PYTHON, ['-W', 'ignore', '-c', script, ...files], {
        encoding: 'utf8',
        env: { PYTHONUTF8: '1' },
      });
      const kinds =
        "['pixel', 'group'] ['curves', 'huesaturation', 'colorbalance', 'channelmixer', 'selectivecolor', 'levels', 'colorlookup']";
      expect(lines.trim().split('\n')).toEqual([`8 ${kinds} ${STACK.name}`, `16 ${kinds} ${STACK.name}`]);
    } finally {
      fs.rmSync(folder, { recursive: true });
    }
  });

  it('refuses pixels that do not fit the size or the depth', () => {
    expect(() => writeStackPsd({ ...document8, width: WIDTH + 1 })).toThrow(RangeError);
    expect(() => writeStackPsd({ ...document8, bitsPerChannel: 16 })).toThrow(RangeError);
    expect(() => writeStackPsd({ ...document8, mask: mask.slice(1) })).toThrow(RangeError);
  });
});

/** Debian installs psd-tools for its own Python. */
const PYTHON = '/usr/bin/python3';

function hasPsdTools(): boolean {
  try {
    execFileSync(PYTHON, ['-W', 'ignore', '-c', 'import psd_tools'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
