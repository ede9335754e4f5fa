import { formatReportHtml } from '../../../src/formats/report/formatReportHtml';
import { measureCoverage } from '../../../src/engine/confidence/coverage';
import type { ReportContent, ReportPair } from '../../../src/formats/report/reportContent';
import { colorSamples } from '../../support/colorSamples';
import { classicStack } from '../../support/classicStack';
import { warmLook } from '../../support/warmLook';

const PICTURE = { url: 'data:image/jpeg;base64,AAAA', width: 4, height: 3 };
const PICTURES = {
  digital: PICTURE,
  look: PICTURE,
  stack: PICTURE,
  film: PICTURE,
  overlay: PICTURE,
  edges: PICTURE,
  guessed: PICTURE,
};

const summary = (mean: number) => ({ mean, median: mean, p95: 2 * mean, max: 3 * mean });

const whole = (ssim: number, mean: number) => ({
  ssim,
  toneCurve: 0.9 * mean,
  emd: { L: mean, a: 0.5 * mean, b: 0.25 * mean },
  regions: [{ name: 'Foliage', share: 0.61, mean }],
});

function reportPair(overrides: Partial<ReportPair> = {}): ReportPair {
  return {
    filmName: 'film.tif',
    digitalName: 'digital.tif',
    pictures: PICTURES,
    alignmentWords: 'Good.',
    alignmentFacts: [{ name: 'Typical error', value: '0.4 px' }],
    before: summary(10),
    look: summary(2.5),
    stack: summary(3),
    guessedShare: 0.12,
    whole: { before: whole(0.71, 9), look: whole(0.93, 1.2), heldOut: null },
    ownLight: [{ name: 'Corners darker by', value: '+0.12 EV' }],
    residual: summary(1.4),
    masked: [{ name: 'Trusted less: clipped', value: '3 %' }],
    ...overrides,
  };
}

function report(overrides: Partial<ReportContent> = {}): string {
  const coverage = measureCoverage([colorSamples({ around: [[0.34, 0.42, 0.26]], count: 200, noise: 0.05 })]);
  return formatReportHtml({
    date: 'May 6, 2024',
    version: '1.0.0',
    look: warmLook(),
    stack: classicStack(),
    colors: { digital: Float32Array.of(0.2, 0.3, 0.4), film: Float32Array.of(0.3, 0.3, 0.3) },
    notes: [],
    pairs: [reportPair()],
    scene: [
      {
        name: 'Foliage',
        region: 'foliage',
        share: 0.61,
        digital: [0.34, 0.42, 0.26],
        film: [0.4, 0.45, 0.2],
        before: 9.4,
        look: 1.2,
      },
    ],
    coverage,
    named: [
      { name: 'Foliage', verdict: 'seen', isGuessed: false },
      { name: 'Sky', verdict: 'extrapolated', isGuessed: true },
    ],
    stacks: [{ name: 'Classic layers', summary: summary(1.15) }],
    models: [],
    validation: [],
    uncertainty: {
      rounds: 12,
      exposureEv: 0.03,
      redEv: 0.02,
      blueEv: 0.04,
      tone: [0, 0.004, 0.01],
      hueBands: [{ hueDeg: 30, shiftDeg: 2.4, chroma: 0.05 }],
    },
    ...overrides,
  });
}

describe('formatReportHtml', () => {
  it('says whose light was put back into the look, and nothing where none was', () => {
    const words = 'The look matches pair 2 exactly.';
    expect(report({ matchedFrame: words })).toContain(`<p>${words}</p>`);
    expect(report()).not.toContain('The look matches pair');
  });

  it('shows what of a frame is its own, and what look and that light leave of the pair', () => {
    expect(report()).toContain('<dt>Corners darker by</dt><dd>+0.12 EV</dd>');
    expect(report()).toContain('<dt>Left with the look and this light</dt><dd>ΔE 1.4</dd>');
  });

  it('shows the difference before and after', () => {
    expect(report()).toContain('ΔE 10.0');
    expect(report()).toContain('75 % of the difference is gone.');
  });

  it('lists every layer in Photoshop’s units, the top one first', () => {
    const html = report();
    const names = [...html.matchAll(/<h3>([^<]*)<\/h3>/g)].map((match) => match[1]);
    expect(names).toEqual(['Finish', 'Color cast', 'Color', 'Tone and white balance']);
    expect(html).toContain('64\u00a0→\u00a058');
    expect(html).toContain('<tr><th>Midtones</th><td>+6</td><td>0</td><td>−5</td></tr>');
    expect(html).toContain('<tr><th>Greens</th><td>−14°</td><td>−20</td><td>+6</td></tr>');
  });

  it('draws one line a channel and one for luma', () => {
    for (const name of ['red', 'green', 'blue', 'luma']) {
      expect(report()).toMatch(new RegExp(`<path class="${name}" d="M[^"]+"/>`));
    }
  });

  it('lets names of files and looks be nothing but text', () => {
    const evil = '<img src=x onerror="alert(1)">';
    const html = report({
      look: warmLook({ name: evil }),
      notes: [{ message: evil, remedy: evil }],
      stack: classicStack({ layers: classicStack().layers.map((layer) => ({ ...layer, name: evil })) }),
    });
    expect(html).not.toContain('<img src=x');
    expect(html).toContain('&lt;img src=x');
  });

  it('says so when the look does not help', () => {
    const flat = { mean: 5, median: 5, p95: 9, max: 12 };
    const html = report({ pairs: [reportPair({ before: flat, look: flat, stack: flat })] });
    expect(html).toContain('does not come nearer');
  });

  it('tells what the scene is made of, what is guessed, and how sure the numbers are', () => {
    const html = report();
    expect(html).toContain('Hatched: colors that no pair shows, 12 % of the photo');
    expect(html).toMatch(/Foliage<\/th>[\s\S]*61 %[\s\S]*9\.4[\s\S]*1\.2/);
    expect(html).toContain('<li class="guessed">Sky<span>extrapolated</span></li>');
    expect(html).toContain('± 0.03 EV');
  });

  it('compares the pictures as wholes and by named colors, also with the look of the other pairs', () => {
    const rowOf = (html: string, name: string): string => (html.split(name)[1] ?? '').split('</tr>')[0];
    const alone = report();
    expect(rowOf(alone, '(SSIM, 1 is the same)')).toMatch(/>0\.71<.*>0\.93</);
    expect(rowOf(alone, 'Foliage, 61 % of the picture (ΔE)')).toMatch(/>9\.0<.*>1\.2</);
    expect(alone).not.toContain('look of the other pairs');
    expect(alone).toContain('<dt>Trusted less: clipped</dt><dd>3 %</dd>');
    const heldOut = { ...whole(0.88, 2.4), regions: [] };
    const several = report({
      pairs: [reportPair({ whole: { before: whole(0.71, 9), look: whole(0.93, 1), heldOut } })],
    });
    expect(several).toContain('look of the other pairs');
    expect(rowOf(several, '(EMD of a)')).toMatch(/>4\.5<.*>0\.5<.*>1\.2</);
    expect(rowOf(several, 'Foliage, 61 % of the picture (ΔE)')).toMatch(/>9\.0<.*>1\.0<.*>–</);
  });

  it('draws seen colors as dots and guessed ones as rings', () => {
    const html = report();
    expect(html.match(/<circle cx="[\d.]+" cy="[\d.]+" r="[\d.]+" fill="#/g)!.length).toBeGreaterThan(3);
    expect(html.match(/<circle class="guess"/g)!.length).toBeGreaterThan(100);
  });

  it('shows models and held-out scenes where they were measured', () => {
    expect(report()).not.toContain('Other models');
    const html = report({
      models: [{ name: 'Random forest', summary: summary(3.4) }],
      validation: [{ name: 'castle.tif, as shot', summary: summary(5.2) }],
    });
    expect(html).toMatch(/Random forest<\/th>[\s\S]*3\.4/);
    expect(html).toMatch(/castle\.tif, as shot<\/th>[\s\S]*5\.2/);
  });

  it('gives the numbers of an inversion for red, green and blue, beside the scan and its positive', () => {
    expect(report()).not.toContain('Inversion of the negative');
    const html = report({
      inversion: {
        title:
          'Color negative with an orange mask, measured with the digital photo: good for the whole roll.',
        rows: [{ name: 'Film base (density)', values: ['0.21', '0.62', '0.96'] }],
        scannerCurve: 'Scanner curve: removed as the profile (sRGB) tells.',
        scan: { ...PICTURE, url: 'data:image/jpeg;base64,SCAN' },
        positive: { ...PICTURE, url: 'data:image/jpeg;base64,POSITIVE' },
      },
    });
    expect(html).toMatch(/base64,SCAN"[\s\S]*The scan as it is[\s\S]*base64,POSITIVE"/);
    expect(html).toMatch(/Film base \(density\)<\/th>(<td class="number">0\.\d\d<\/td>){3}/);
    expect(html).toContain('orange mask');
    expect(html).toContain('removed as the profile (sRGB) tells');
  });

  it('shows pieces of film and of our grain side by side, and the glow as measured and as rendered', () => {
    const [near, far] = [0.04, 0.01];
    const profile = { red: [near, far], green: [far, 0], blue: [0, 0] };
    const html = report({
      texture: {
        grainWords: 'Grain in the middle tones.',
        grain: {
          film: { ...PICTURE, url: 'data:image/jpeg;base64,FILM' },
          ours: { ...PICTURE, url: 'data:image/jpeg;base64,OURS' },
        },
        halationWords: 'Halation: 8 %.',
        halation: { distance: [0.002, 0.01], measured: profile, ours: profile },
      },
    });
    expect(html).toMatch(/base64,FILM"[\s\S]*base64,OURS"/);
    expect(html).toMatch(/Halation: 8 %\.[\s\S]*<svg[\s\S]*<path[\s\S]*<circle/);
    const refused = report({
      texture: { grainWords: 'Not measurable.', grain: null, halationWords: 'None seen.', halation: null },
    });
    expect(refused).toContain('Not measurable.');
    expect(refused).not.toContain('base64,FILM');
  });
});
