/** The current style as the text of a style file, and back. Beside it stands how its layers were asked for. */
import type { FrameOffsets } from '../engine/appliedLook';
import type { LightStops } from '../engine/estimation';
import { formatStyle } from '../formats/style/formatStyle';
import { parseStyle } from '../formats/style/parseStyle';
import type { Style } from '../formats/style/style';
import { asRecord } from './asRecord';
import { groupOpacity, type LayerOptions } from './look/layerOptions';
import { learnedFields, readLearned, type LearnedFields } from './look/learnedLook';
import { readLayerOptions } from './look/readLayerOptions';
import type { CurrentStyle } from './currentStyle';

/** A style with the choices that its layers came from. */
export interface StyleWithOptions {
  readonly style: CurrentStyle;
  readonly layerOptions: LayerOptions;
  /** A small picture to know it by, as a style file carries it. */
  readonly thumbnail?: string;
}

/** Kept by `parseStyle` as fields that it does not know. */
type StyleFile = Style &
  LearnedFields & {
    readonly layerOptions?: unknown;
    readonly heldOutDeltaE2000?: unknown;
    readonly frame?: unknown;
  };

/** @param date ISO, kept with the look */
export function formatCurrentStyle(
  { style, layerOptions, thumbnail }: StyleWithOptions,
  date: string,
): string {
  const { look, stack, metrics, heldOutDeltaE2000, frame, inversion, others } = style;
  const file: StyleFile = {
    ...others,
    look: { ...look, provenance: { ...look.provenance, date } },
    stack: { ...stack, opacity: groupOpacity(layerOptions) },
    ...(metrics ? { metrics } : {}),
    ...(thumbnail === undefined ? {} : { thumbnail }),
    ...(inversion ? { inversion } : {}),
    ...(heldOutDeltaE2000 === null ? {} : { heldOutDeltaE2000 }),
    ...(frame ? { frame } : {}),
    ...learnedFields(style),
    layerOptions,
  };
  return formatStyle(file);
}

/** @throws UserError as `parseStyle` does */
export function parseStyleText(
  text: string,
  fileName: string,
  origin: CurrentStyle['origin'] = 'file',
): StyleWithOptions {
  const file: StyleFile = parseStyle(text, fileName);
  const {
    look,
    stack,
    metrics,
    heldOutDeltaE2000,
    layerOptions,
    thumbnail,
    inversion,
    frame: storedFrame,
    learned,
    edits,
    ...others
  } = file;
  const frame = readFrame(storedFrame);
  const heldOut = typeof heldOutDeltaE2000 === 'number' ? heldOutDeltaE2000 : null;
  return {
    style: {
      ...readLearned(look, { ...(learned && { learned }), edits }),
      stack: { ...stack, opacity: 100 },
      metrics: metrics ?? null,
      projection: null,
      heldOutDeltaE2000: heldOut,
      frame,
      inversion: inversion ?? null,
      origin,
      others,
    },
    layerOptions: readLayerOptions(layerOptions, stack, frame),
    ...(thumbnail === undefined ? {} : { thumbnail }),
  };
}

/** No frame differs from its roll by more, in stops. */
const MAX_STOPS = 8;

/** Null for what is no offset of a frame. */
function readFrame(value: unknown): FrameOffsets | null {
  const { light, lab } = asRecord(value);
  const [read, behind] = [readStops(light), readStops(lab)];
  return read && behind && { light: read, lab: behind };
}

function readStops(value: unknown): LightStops | null {
  const { exposureEv, redEv, blueEv } = asRecord(value);
  return isStops(exposureEv) && isStops(redEv) && isStops(blueEv) ? { exposureEv, redEv, blueEv } : null;
}

const isStops = (value: unknown): value is number =>
  typeof value === 'number' && Math.abs(value) <= MAX_STOPS;
