/**
 * A preset for Lightroom and Camera Raw: the point curves of red, green and blue, and nothing else. What the sliders do is
 * not published and cannot be measured without Adobe's programs, so that none is set; the curves are exact for grays.
 *
 *   <crs:ToneCurvePV2012Red><rdf:Seq><rdf:li>0, 12</rdf:li> … </rdf:Seq></crs:ToneCurvePV2012Red>    in, out: 0…255
 *
 * They act on ProPhoto primaries with the transfer function of sRGB, the values that Camera Raw's curve panel shows.
 */
import type { CurvePoints } from '../../engine/adjustments';
import { curvesMapper, grayCurves, type CurveSpace } from '../curves/grayCurves';
import type { Exported } from '../export/exported';
import { measureRoundTrip } from '../export/roundTrip';
import type { Style } from '../style/style';
import { formatPresetXmp } from './formatPresetXmp';

const CAMERA_RAW: CurveSpace = { primaries: 'prophoto', transfer: 'srgb' };
const STRAIGHT: CurvePoints = [
  { input: 0, output: 0 },
  { input: 255, output: 255 },
];

export function exportXmpPreset({ look }: Style): Exported {
  const [red, green, blue] = grayCurves(look, { space: CAMERA_RAW });
  const elements = [
    toneCurve('', STRAIGHT),
    toneCurve('Red', red),
    toneCurve('Green', green),
    toneCurve('Blue', blue),
  ];
  return {
    content: formatPresetXmp({
      type: 'Normal',
      name: look.name,
      description: 'Made by Filmfit: point curves only',
      uuidSeed: elements.join(''),
      attributes: ['crs:ToneCurveName2012="Custom"'],
      elements,
    }),
    roundTrip: measureRoundTrip(look, curvesMapper([red, green, blue], look, CAMERA_RAW)),
    losses: [{ code: 'curves-only' }, { code: 'curves-unproved', values: { program: 'Camera Raw' } }],
  };
}

function toneCurve(channel: string, points: CurvePoints): string {
  const items = points.map(({ input, output }) => `     <rdf:li>${input}, ${output}</rdf:li>`).join('\n');
  const tag = `crs:ToneCurvePV2012${channel}`;
  return `   <${tag}>\n    <rdf:Seq>\n${items}\n    </rdf:Seq>\n   </${tag}>`;
}
