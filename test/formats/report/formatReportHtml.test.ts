import { formatReportHtml } from '../../../src/formats/report/formatReportHtml';
import type { ReportContent } from '../../../src/formats/report/reportContent';
import { classicStack } from '../../support/classicStack';
import { warmLook } from '../../support/warmLook';

const PICTURE = { url: 'data:image/jpeg;base64,AAAA', width: 4, height: 3 };

function report(overrides: Partial<ReportContent> = {}): string {
  const summary = (mean: number) => ({ mean, median: mean, p95: 2 * mean, max: 3 * mean });
  const pictures = {
    digital: PICTURE,
    look: PICTURE,
    stack: PICTURE,
    film: PICTURE,
    overlay: PICTURE,
    edges: PICTURE,
  };
  return formatReportHtml({
    date: 'May 6, 2024',
    version: '1.0.0',
    look: warmLook(),
    stack: classicStack(),
    colors: { digital: Float32Array.of(0.2, 0.3, 0.4), film: Float32Array.of(0.3, 0.3, 0.3) },
    notes: [],
    pairs: [
      {
        filmName: 'film.tif',
        digitalName: 'digital.tif',
        pictures,
        alignmentWords: 'Good.',
        alignmentFacts: [{ name: 'Typical error', value: '0.4 px' }],
        before: summary(10),
        look: summary(2.5),
        stack: summary(3),
      },
    ],
    ...overrides,
  });
}

describe('formatReportHtml', () => {
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
    const html = report({
      pairs: [
        {
          filmName: 'a',
          digitalName: 'b',
          pictures: {
            digital: PICTURE,
            look: PICTURE,
            stack: PICTURE,
            film: PICTURE,
            overlay: PICTURE,
            edges: PICTURE,
          },
          alignmentWords: '',
          alignmentFacts: [],
          before: flat,
          look: flat,
          stack: flat,
        },
      ],
    });
    expect(html).toContain('does not come nearer');
  });
});
