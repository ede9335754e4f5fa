/**
 * Capture One's style, XML; here the three channel curves alone:
 *
 *   <?xml version="1.0"?>
 *   <SL Engine="1300">
 *     <E K="Name" V="Portra 400" />
 *     <E K="UUID" V="…" />
 *     <E K="GradationCurveRed" V="0,0.02;0.5,0.55;1,0.97" />     in,out; in,out; … 0…1
 *   </SL>
 *
 * Which values Capture One's curves act on is not published; they are taken for the look's own.
 */
import type { CurvePoints } from '../../engine/adjustments';
import { curvesMapper, grayCurves } from '../curves/grayCurves';
import type { Exported } from '../export/exported';
import { measureRoundTrip } from '../export/roundTrip';
import type { Style } from '../style/style';
import { escapeXml } from '../xmp/escapeXml';
import { md5 } from '../md5';

export function exportCostyle({ look }: Style): Exported {
  const curves = grayCurves(look, { whole: false });
  const entries: [key: string, value: string][] = ['Red', 'Green', 'Blue'].map((channel, c) => [
    `GradationCurve${channel}`,
    formatCurve(curves[c]),
  ]);
  const content = [
    '<?xml version="1.0"?>',
    '<SL Engine="1300">',
    ...[['Name', look.name], ['UUID', uuidOf(look.name, entries)], ...entries].map(
      ([key, value]) => `\t<E K="${key}" V="${escapeXml(value)}" />`,
    ),
    '</SL>',
    '',
  ].join('\n');
  return {
    content,
    roundTrip: measureRoundTrip(look, curvesMapper(curves, look)),
    losses: [{ code: 'curves-only' }, { code: 'curves-unproved', values: { program: 'Capture One' } }],
  };
}

function formatCurve(points: CurvePoints): string {
  const share = (code: number): string => String(Number((code / 255).toFixed(6)));
  return points.map(({ input, output }) => `${share(input)},${share(output)}`).join(';');
}

/** The same style gets the same UUID. */
function uuidOf(name: string, entries: readonly (readonly string[])[]): string {
  const hex = md5(new TextEncoder().encode(`${name}\0${entries.join()}`));
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
