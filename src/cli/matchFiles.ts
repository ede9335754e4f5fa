/** The content of every file that a match writes. */
import { heldOutOf } from '../app/heldOutOf';
import type { Look, LookProvenance } from '../engine/look';
import { bakeLut } from '../engine/render/bakeLut';
import { formatCube } from '../formats/cube/formatCube';
import { uprightPicture } from '../formats/image/uprightPicture';
import { formatInversion } from '../formats/inversion/inversionFile';
import { writeStackPsd } from '../formats/psd/writePsd';
import { formatJson } from '../formats/style/formatJson';
import { formatStack } from '../formats/style/formatStack';
import { formatStyle } from '../formats/style/formatStyle';
import { renderThumbnail } from '../formats/style/renderThumbnail';
import { LUT_SIZE } from './apply/pixelMapper';
import type { FileContent } from './files';
import type { FilmFormat } from '../engine/grain/filmFormats';
import { formatMatchHtml } from './matchHtml';
import { meanSummary } from './matchReport';
import type { Matched, MatchReport } from './matchReport';
import type { ReadPair } from './readPair';

export function matchFiles(
  matched: Matched,
  pairs: readonly ReadPair[],
  report: MatchReport,
  facts: Partial<LookProvenance>,
  now: Date,
  filmFormat: FilmFormat,
): Map<string, FileContent> {
  const date = now.toISOString();
  const look = withProvenance(matched, pairs, { ...facts, date });
  const thumbnail = renderThumbnail(look, pairs[0].images.digital);
  const metrics = {
    before: meanSummary(matched.pairs.map((pair) => pair.before)),
    look: meanSummary(matched.pairs.map((pair) => pair.look)),
    stack: meanSummary(matched.pairs.map((pair) => pair.stack)),
  };
  const { stack, inversion } = matched;
  return new Map<string, FileContent>([
    ['style.json', formatStyle({ look, stack, metrics, thumbnail, ...(inversion && { inversion }) })],
    ['look.cube', formatCube(bakeLut(look, LUT_SIZE), { title: look.name })],
    ['stack.json', formatStack(stack)],
    ['stack.psd', writeStackPsd({ ...uprightPicture(pairs[0].digital.raster), stack })],
    ['report.json', formatJson({ ...report, date })],
    ['report.html', formatMatchHtml({ ...matched, look }, pairs, report, now, filmFormat)],
    ...(inversion ? [['inversion.json', formatInversion(inversion)] as const] : []),
  ]);
}

function withProvenance(
  { look, pairs: estimates, validation }: Matched,
  pairs: readonly ReadPair[],
  facts: Partial<LookProvenance>,
): Look {
  const measured = pairs.map((pair, i) => ({
    film: pair.film.name,
    digital: pair.digital.name,
    deltaE2000: estimates[i].look.mean,
    ...heldOutOf(validation, i),
    filmSha256: pair.film.sha256,
    digitalSha256: pair.digital.sha256,
  }));
  return { ...look, provenance: { ...look.provenance, ...facts, pairs: measured } };
}
