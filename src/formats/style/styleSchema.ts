/** The shape of a style file. Objects are loose: what a newer version has added is kept, not judged. */
import * as v from 'valibot';
import { HUE_RANGE_NAMES, SELECTIVE_COLOR_NAMES } from '../../engine/adjustments';
import { RGB_SPACE_IDS } from '../../engine/color/rgbSpace';
import { inversionSchema } from '../inversion/inversionSchema';
import { STYLE_FORMAT, STYLE_VERSION } from './style';

/** 64 KB in base64. */
const MAX_THUMBNAIL = 90_000;
const THUMBNAIL = /^data:image\/(png|jpeg);base64,[A-Za-z0-9+/]+={0,2}$/;

const finite = v.pipe(v.number(), v.finite());
const text = v.pipe(v.string(), v.maxLength(2000));
const numbers = (min: number, max: number) => v.pipe(v.array(finite), v.minLength(min), v.maxLength(max));
const curve = numbers(2, 4096);
const from = (min: number, max: number) => v.pipe(finite, v.minValue(min), v.maxValue(max));
const share = from(-1, 1);
const integerFrom = (min: number, max: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));

const packed = v.object({
  encoding: v.literal('int16-base64'),
  scale: finite,
  data: v.pipe(v.string(), v.maxLength(8 << 20)),
});

const difference = v.looseObject({ mean: finite, median: finite, p95: finite, max: finite });

const stages = {
  whiteBalance: v.looseObject({ exposureEv: finite, redEv: finite, blueEv: finite }),
  matrix: numbers(9, 9),
  tone: curve,
  channels: v.looseObject({ red: curve, green: curve, blue: curve }),
  hueBands: v.pipe(
    v.array(v.looseObject({ hueDeg: finite, shiftDeg: finite, chroma: finite, lightness: finite })),
    v.maxLength(360),
  ),
  saturation: curve,
};
const residual = v.nullable(v.looseObject({ size: integerFrom(2, 65), offsets: packed }));

const look = v.looseObject({
  version: v.literal(1),
  name: text,
  space: v.picklist(RGB_SPACE_IDS),
  ...stages,
  residual,
  grain: v.nullable(
    v.looseObject({
      strength: v.looseObject({ red: curve, green: curve, blue: curve }),
      correlation: v.tuple([share, share, share]),
      spectrum: v.pipe(
        v.array(v.looseObject({ sigmaPx: from(0, 100), share: from(0, 1) })),
        v.minLength(1),
        v.maxLength(32),
      ),
      sizePx: from(0, 1000),
      analysedLongEdgePx: from(1, 1e6),
    }),
  ),
  halation: v.nullable(
    v.looseObject({
      strength: from(0, 1),
      radius: from(0, 1),
      tint: v.tuple([from(0, 1), from(0, 1), from(0, 1)]),
    }),
  ),
});

const sha256 = v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)));
/** What was hashed, a colon, the hash. */
const pixelHash = v.optional(v.pipe(v.string(), v.regex(/^[0-9a-z-]{1,40}:[0-9a-f]{32,128}$/)));

const provenance = v.looseObject({
  date: v.optional(text),
  engineVersion: text,
  pairs: v.pipe(
    v.array(
      v.looseObject({
        film: text,
        digital: text,
        deltaE2000: v.optional(finite),
        heldOutDeltaE2000: v.optional(finite),
        filmSha256: sha256,
        digitalSha256: sha256,
        filmPixelHash: pixelHash,
        digitalPixelHash: pixelHash,
      }),
    ),
    v.maxLength(10_000),
  ),
  stock: v.optional(text),
  camera: v.optional(text),
  scanner: v.optional(text),
  lab: v.optional(text),
  software: v.optional(text),
  exposure: v.optional(text),
  importedFrom: v.optional(text),
});

const points = v.pipe(
  v.array(v.looseObject({ input: finite, output: finite })),
  v.minLength(2),
  v.maxLength(19),
);
const levels = v.looseObject({
  inputBlack: finite,
  inputWhite: finite,
  gamma: finite,
  outputBlack: finite,
  outputWhite: finite,
});
const triple = v.tuple([finite, finite, finite]);
const shift = { hue: finite, saturation: finite, lightness: finite };
const hueRange = v.looseObject({
  ...shift,
  beginRamp: finite,
  beginSustain: finite,
  endSustain: finite,
  endRamp: finite,
});
const mixerRow = v.looseObject({ red: finite, green: finite, blue: finite, constant: finite });
const ink = v.looseObject({ cyan: finite, magenta: finite, yellow: finite, black: finite });

const adjustment = v.variant('kind', [
  v.looseObject({ kind: v.literal('curves'), composite: points, red: points, green: points, blue: points }),
  v.looseObject({ kind: v.literal('levels'), composite: levels, red: levels, green: levels, blue: levels }),
  v.looseObject({
    kind: v.literal('colorBalance'),
    shadows: triple,
    midtones: triple,
    highlights: triple,
    preserveLuminosity: v.boolean(),
  }),
  v.looseObject({
    kind: v.literal('hueSaturation'),
    colorize: v.boolean(),
    master: v.looseObject(shift),
    ranges: v.object(v.entriesFromList(HUE_RANGE_NAMES, hueRange)),
  }),
  v.looseObject({
    kind: v.literal('channelMixer'),
    monochrome: v.boolean(),
    red: mixerRow,
    green: mixerRow,
    blue: mixerRow,
  }),
  v.looseObject({
    kind: v.literal('selectiveColor'),
    method: v.picklist(['relative', 'absolute']),
    colors: v.object(v.entriesFromList(SELECTIVE_COLOR_NAMES, ink)),
  }),
  v.looseObject({
    kind: v.literal('colorLookup'),
    lut: v.looseObject({ size: integerFrom(2, 65), values: packed, space: v.picklist(RGB_SPACE_IDS) }),
    dither: v.boolean(),
    lutName: text,
  }),
]);

const stack = v.looseObject({
  name: text,
  layers: v.pipe(v.array(v.looseObject({ name: text, adjustment, opacity: finite })), v.maxLength(100)),
  opacity: finite,
});

export const styleSchema = v.looseObject({
  format: v.literal(STYLE_FORMAT),
  version: v.literal(STYLE_VERSION),
  provenance,
  look,
  stack,
  learned: v.optional(v.looseObject({ ...stages, residual: v.optional(residual) })),
  inversion: v.optional(inversionSchema),
  metrics: v.optional(v.looseObject({ before: difference, look: difference, stack: difference })),
  thumbnail: v.optional(v.pipe(v.string(), v.maxLength(MAX_THUMBNAIL), v.regex(THUMBNAIL))),
});

export type StyleFile = v.InferOutput<typeof styleSchema>;
