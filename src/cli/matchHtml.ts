/** Gathers what the report shows: the pictures of each pair, the alignment in words, the colors for the plot. */
import { alignmentQuality } from '../app/alignmentQuality';
import { TEXTS } from '../app/texts';
import { convertRgbImage } from '../engine/color/convertRgb';
import { resizeArea } from '../engine/image/resizeArea';
import type { FilmFormat } from '../engine/grain/filmFormats';
import type { RgbImage } from '../engine/image/rgbImage';
import { runToEnd } from '../engine/task';
import { edgeOverlay } from '../engine/align/edgeOverlay';
import { applyHomography, invertHomography } from '../engine/align/homography';
import { averagePatches } from '../engine/metrics/patches';
import { extrapolatedMask } from '../engine/confidence/extrapolatedMask';
import { markExtrapolated } from '../engine/confidence/markExtrapolated';
import { renderLook } from '../engine/render/renderLook';
import { renderStack } from '../engine/render/renderStack';
import { encodeBase64 } from '../formats/base64';
import { encodeJpeg } from '../formats/image/jpeg/encodeJpeg';
import { rgbImageToRaster } from '../formats/image/rgbImageToRaster';
import { formatReportHtml } from '../formats/report/formatReportHtml';
import type {
  ReportColors,
  ReportComparison,
  ReportPair,
  ReportPicture,
} from '../formats/report/reportContent';
import type { MaskedShares } from '../engine/sample/blockMasks';
import type { ComparisonReport } from './comparisonReport';
import { describeMatchedFrame } from './matchedFrameReport';
import type { Matched, MatchReport } from './matchReport';
import { ownLightFacts } from './ownLight';
import { percent, pixels } from './print';
import { reportInversion, reportTexture } from './textureReport';
import type { ReadPair } from './readPair';

const PICTURE_LONG_EDGE_PX = 1000;
const JPEG_QUALITY = 82;
const CHECKER_SQUARES = 8;
const MIN_TRUST = 0.6;

export function formatMatchHtml(
  matched: Matched,
  pairs: readonly ReadPair[],
  report: MatchReport,
  now: Date,
  filmFormat: FilmFormat,
): string {
  return formatReportHtml({
    date: now.toLocaleDateString('en-US', { year: 'numeric', month: 'long', day: 'numeric' }),
    version: report.version,
    look: matched.look,
    ...(report.matchedFrame && { matchedFrame: describeMatchedFrame(report.matchedFrame) }),
    stack: matched.stack,
    colors: plotColors(matched, pairs),
    pairs: pairs.map((pair, i) => reportPair(matched, pair, report, i)),
    scene: matched.confidence.clusters.map((cluster) => ({
      ...cluster,
      name: TEXTS.regions[cluster.region],
    })),
    coverage: matched.confidence.coverage,
    named: matched.confidence.regions.map(({ region, verdict }) => ({
      name: TEXTS.regions[region],
      verdict: TEXTS.coverage[verdict],
      isGuessed: verdict === 'extrapolated',
    })),
    stacks: matched.projections.map(({ kind, palette }) => ({ name: TEXTS.stacks[kind], summary: palette })),
    models: matched.models.map(({ model, heldOut }) => ({ name: TEXTS.models[model], summary: heldOut })),
    validation: (matched.validation?.pairs ?? []).flatMap(({ pairIndex, asShot, nuisancesRemoved }) => [
      { name: `${pairs[pairIndex].film.name}, as shot`, summary: asShot },
      { name: 'with its exposure and white balance removed', summary: nuisancesRemoved },
    ]),
    uncertainty: matched.confidence.uncertainty,
    notes: report.warnings,
    ...(matched.inversion && {
      inversion: reportInversion(matched.inversion, ...negativePictures(matched, pairs)),
    }),
    ...(matched.texture && {
      texture: reportTexture(matched.texture, matched.look, filmFormat, toPicture),
    }),
  });
}

/** The first negative among the pairs, as scanned and as inverted. */
function negativePictures(
  matched: Matched,
  pairs: readonly ReadPair[],
): [scan: ReportPicture, positive: ReportPicture] {
  const index = Math.max(
    0,
    matched.pairs.findIndex(({ alignment }) => alignment.negative),
  );
  return [toPicture(pairs[index].images.film), toPicture(matched.pairs[index].registeredFilm)];
}

function reportPair(matched: Matched, pair: ReadPair, report: MatchReport, index: number): ReportPair {
  const { alignment, registeredFilm, reliability, before, look, stack } = matched.pairs[index];
  const { digital } = pair.images;
  const {
    alignment: facts,
    before: measured,
    look: after,
    heldOut,
    masked,
    ownLight,
    residual,
  } = report.pairs[index];
  const withLook = renderLook(digital, matched.look);
  const longEdge = Math.max(digital.width, digital.height);
  const film = insideFrame(registeredFilm, digital, pair.images.film, alignment.filmToDigital);
  return {
    filmName: pair.film.name,
    digitalName: pair.digital.name,
    pictures: {
      digital: toPicture(digital),
      look: toPicture(withLook),
      stack: toPicture(renderStack(digital, matched.stack)),
      film: toPicture(film),
      overlay: toPicture(checkerboard(film, digital)),
      edges: toPicture(runToEnd(edgeOverlay(registeredFilm, digital, reliability))),
      guessed: toPicture(
        markExtrapolated(withLook, extrapolatedMask(digital, matched.confidence.coverage).mask),
      ),
    },
    alignmentWords: [
      TEXTS.quality.grades[alignmentQuality(alignment, longEdge)],
      TEXTS.quality.overlap(percent(facts.overlap)),
      ...(facts.negative ? [TEXTS.quality.negative] : []),
      ...(facts.mirrored ? [TEXTS.quality.mirrored] : []),
    ].join(' '),
    alignmentFacts: [
      { name: 'Typical error', value: `${pixels(facts.errorPx)} of ${Math.max(...facts.digitalSize)}` },
      { name: 'Agreeing measurements', value: String(facts.inliers) },
      { name: 'Confidence', value: percent(facts.confidence) },
      ...(facts.points
        ? [{ name: 'Off your points', value: facts.points.residualsPx.map(pixels).join(', ') }]
        : []),
      { name: 'Film', value: facts.filmSize.join(' × ') },
      { name: 'Photo', value: facts.digitalSize.join(' × ') },
    ],
    before,
    look,
    stack,
    guessedShare: matched.confidence.extrapolatedShares[index],
    whole: {
      before: wholePicture(measured),
      look: wholePicture(after),
      heldOut: heldOut && wholePicture(heldOut),
    },
    ownLight: ownLightFacts(ownLight),
    residual,
    masked: maskedFacts(masked),
  };
}

function wholePicture({ ssim, toneCurve, emd, regions }: ComparisonReport): ReportComparison {
  const named = regions.map(({ region, share, deltaE2000: { mean } }) => ({
    name: TEXTS.regions[region],
    share,
    mean,
  }));
  return { ssim, toneCurve, emd, regions: named };
}

function maskedFacts(masked: MaskedShares | null): ReportPair['masked'] {
  if (!masked) return [];
  return [
    { name: 'Trusted less: clipped', value: percent(masked.clipped) },
    { name: 'Trusted less: nearly black', value: percent(masked.shadows) },
    { name: 'Trusted less: lamps and their mirrors', value: percent(masked.highlights) },
    { name: 'Left out: edges and texture', value: percent(masked.structure) },
    ...(masked.sky === null ? [] : [{ name: 'Left out: sky', value: percent(masked.sky) }]),
  ];
}

/** The registered film where its frame reaches; elsewhere the photo, faded, so that one sees where it belongs. */
function insideFrame(
  registered: RgbImage,
  digital: RgbImage,
  film: RgbImage,
  filmToDigital: Parameters<typeof invertHomography>[0],
): RgbImage {
  const toFilm = invertHomography(filmToDigital);
  const data = registered.data.slice();
  for (let y = 0, i = 0; y < registered.height; y++) {
    for (let x = 0; x < registered.width; x++, i += 3) {
      const [u, v] = applyHomography(toFilm, x, y);
      if (u >= -0.5 && v >= -0.5 && u <= film.width - 0.5 && v <= film.height - 0.5) continue;
      for (let c = 0; c < 3; c++) data[i + c] = 0.5 + 0.18 * (digital.data[i + c] - 0.5);
    }
  }
  return { ...registered, data };
}

function checkerboard(film: RgbImage, digital: RgbImage): RgbImage {
  const squarePx = Math.max(film.width, film.height) / CHECKER_SQUARES;
  const data = digital.data.slice();
  for (let y = 0, i = 0; y < film.height; y++) {
    for (let x = 0; x < film.width; x++, i += 3) {
      if ((Math.floor(x / squarePx) + Math.floor(y / squarePx)) % 2 === 1) continue;
      for (let c = 0; c < 3; c++) data[i + c] = film.data[i + c];
    }
  }
  return { ...film, data };
}

/** Pages are shown in sRGB. */
function toPicture(image: RgbImage): ReportPicture {
  const scale = Math.min(1, PICTURE_LONG_EDGE_PX / Math.max(image.width, image.height));
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  const shown = convertRgbImage(resizeArea(image, width, height), 'srgb');
  const jpeg = encodeJpeg(rgbImageToRaster(shown, 8), { quality: JPEG_QUALITY });
  return { url: `data:image/jpeg;base64,${encodeBase64(jpeg)}`, width, height };
}

/** Trusted patches of all pairs. */
function plotColors(matched: Matched, pairs: readonly ReadPair[]): ReportColors {
  const digitalColors: number[] = [];
  const filmColors: number[] = [];
  pairs.forEach((pair, i) => {
    const { registeredFilm, reliability } = matched.pairs[i];
    const { digital, film, trust } = averagePatches(pair.images.digital, registeredFilm, reliability);
    // An odd step, so that the dots do not fall into the columns of the grid.
    for (let k = 0; k < trust.data.length; k += 37) {
      if (trust.data[k] < MIN_TRUST) continue;
      for (let c = 0; c < 3; c++) {
        digitalColors.push(digital.data[3 * k + c]);
        filmColors.push(film.data[3 * k + c]);
      }
    }
  });
  return { digital: Float32Array.from(digitalColors), film: Float32Array.from(filmColors) };
}
