/** What Match found: preview, alignment, color differences, how sure it is. */
import type { LightStops } from '../../engine/estimation';
import type { MaskedShares } from '../../engine/sample/blockMasks';
import { formatNumber, formatPercent, formatSigned } from '../formatNumber';

const stops = ({ exposureEv, redEv, blueEv }: LightStops): string =>
  `exposure ${formatSigned(exposureEv, 2)} EV, red ${formatSigned(redEv, 2)} EV, blue ${formatSigned(blueEv, 2)} EV`;

export const RESULT_TEXTS = {
  result: {
    heading: 'Result',
    compare: {
      'film-result': 'Film and result',
      'film-digital': 'Film and digital (alignment)',
      'digital-result': 'Before and after',
    },
    pictures: {
      'film-result': ['Film', 'Result'],
      'film-digital': ['Film', 'Digital'],
      'digital-result': ['Before', 'After'],
    },
    modes: { wipe: 'Wipe', blink: 'Blink', difference: 'Difference', edges: 'Edges', guesses: 'Guesses' },
    guessesLegend: 'Striped: colors that the pair does not show on film. There the look is a guess.',
    edgesLegend:
      'Orange: edges of the film. Blue: edges of the photo. White: both, where they lie on each other. Hatched: not compared.',
    wipePosition: 'Position of the wipe',
    zoomIn: 'Enlarge',
    pan: {
      left: 'See more of the left',
      up: 'See more of the top',
      down: 'See more of the bottom',
      right: 'See more of the right',
    },
    zoomOut: 'Reduce',
    differenceLegend: (fullScale: number) =>
      `Blue: same color. Yellow: clearly different (ΔE ${fullScale} and more).`,
    drawing: 'Drawing the preview…',
  },

  quality: {
    heading: 'Alignment',
    grades: {
      excellent: 'Excellent: the pictures lie on each other.',
      good: 'Good: small shifts that do not matter for color.',
      fair: 'Fair: look at the preview before you trust the colors.',
      poor: 'Poor: the preview will show shifts. Check that both pictures show the same scene.',
    },
    help: 'Judged by how many places of both pictures agree, and how exactly. Colors are compared only where they do; the share says how much of the photo the film shows.',
    overlap: (share: string) => `The film covers ${share} of the photo.`,
    positive: 'The film is a positive.',
    negative: 'The film is a negative: it was inverted for matching.',
    points: (px: string) => `Your points lie up to ${px} px off.`,
    pointsHelp:
      'How far a point lies from where the alignment puts it, in pixels of the photo that was analysed. A few are usual for points set by hand; many say that a point is on the wrong place.',
    mirrored: 'The film was scanned from the wrong side: it was mirrored.',
  },

  difference: {
    heading: 'Color difference to the film',
    before: 'Before',
    look: 'Look',
    stack: 'Layers',
    value: (deltaE: number) => `ΔE ${formatNumber(deltaE, 1)}`,
    help: 'ΔE (CIEDE2000) counts how different two colors look: 1 is just visible side by side, 2 to 4 pass in a series, above 8 is plainly another color. Shown: the average over the picture.',
    /** The sentence below the numbers. */
    summary: (before: number, after: number) =>
      after < before
        ? `${formatNumber(100 * (1 - after / before))} % of the difference is gone.`
        : 'The layers do not come nearer to the film than the photo already is.',
    spread: (median: number, p95: number) =>
      `Half of the picture is within ${formatNumber(median, 1)}, 95 % within ${formatNumber(p95, 1)}.`,
  },

  colors: {
    heading: 'Colors of the scene',
    cluster: (share: number, before: number, after: number) =>
      `${share < 0.005 ? '< 1 %' : formatPercent(share)}, ${formatNumber(before, 1)} → ${formatNumber(after, 1)}`,
    pictures: 'Photo, film',
    numbers: 'share, ΔE before → now',
    guessed: (names: readonly string[]) =>
      `Not in this pair, so guessed: ${names.join(', ').toLowerCase()}. “Guesses” above shows where.`,
    /** '' where nearly everything counts. */
    trustedLess: ({ clipped, shadows, highlights, structure, sky }: MaskedShares): string => {
      const places: readonly (readonly [string, number])[] = [
        ['edges and texture', structure],
        ['nearly black', shadows],
        ['lamps and their mirrors', highlights],
        ['clipped', clipped],
      ];
      const told = places.filter(([, share]) => share >= 0.005);
      const all = sky === null ? told : [...told, ['sky', sky] as const];
      if (all.length === 0) return '';
      return `Trusted less, or left out: ${all.map(([name, share]) => `${name} ${formatPercent(share)}`).join(', ')}.`;
    },
    trustedLessHelp:
      'Places whose colors say little about the film, as shares of what both pictures show; a place may count twice. Where much of a picture is left out, the look rests on the rest of it.',
    help: 'The most common colors of the scene. The share says how much of the photo has such a color; ΔE how far it is from the film, before and with the look.',
    frameHelp:
      'EV are stops of light. Corners and casts differ from frame to frame, so they are measured and left out: the look is that of the film.',
    frame: (vignetteEv: number, castEv: number) =>
      `This frame’s own, kept out of the look: corners darker by ${formatNumber(vignetteEv, 2)} EV, color cast across the frame ${formatNumber(castEv, 2)} EV.`,
    /** Only where several pairs tell it. */
    frameOffsets: (light: LightStops, lab: LightStops) =>
      `Unlike the other pairs, on the film: ${stops(light)}. By lab or scanner: ${stops(lab)}.`,
  },

  uncertainty: {
    heading: 'How sure the numbers are',
    exposure: 'Exposure',
    red: 'Red against green',
    blue: 'Blue against green',
    tone: 'Tone, at most',
    hue: 'Hue, at most',
    stops: (ev: number) => `± ${formatNumber(ev, 2)} EV`,
    levels: (share: number) => `± ${formatNumber(255 * share, 1)} of 255 levels`,
    degrees: (deg: number) => `± ${formatNumber(deg, 1)}°`,
    hues: (scaleDeg: number) => `Hue by hue (full height: ± ${formatNumber(scaleDeg, 1)}°)`,
    help: (rounds: number) =>
      `One standard deviation, from ${rounds} repetitions in which the colors of the pair were weighed anew by chance. Small is sure. It speaks of colors that the pair shows; guessed colors are less sure than that.`,
  },

  model: {
    heading: 'How colors are learned',
    label: 'Model',
    about: {
      film: 'Built like film: light, tone, dyes. Says the most about colors that the pair does not show.',
      'root-polynomial': 'A smooth formula that does not depend on the exposure.',
      'lab-polynomial': 'A smooth formula of lightness and color.',
      forest: 'Remembers colors like those of the pair; between them it steps.',
      mlp: 'A small network; near to the pair, free elsewhere.',
    },
    choiceHelp: 'Another model matches the pictures again. The film model is the right one nearly always.',
    compare: 'Compare the models',
    compareHelp: 'Takes some ten seconds.',
    heldOut: 'ΔE on colors not learned from',
    heldOutHelp:
      'Every model learns most colors of the pair, or all pairs but one, and is measured on the rest: the lower, the better it says what it has not seen. In brackets: on what it learned.',
    score: (heldOut: number, training: number) =>
      `${formatNumber(heldOut, 1)} (${formatNumber(training, 1)})`,
    tooFew: 'This pair holds too few colors to hold any of them out.',
  },
} as const;
