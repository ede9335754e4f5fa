/**
 * A RawTherapee profile without any picture: the three RGB curves.
 *
 *   [RGB Curves]
 *   Enabled=true
 *   LumaMode=false
 *   rCurve=1;0;0.02;0.5;0.55;1;0.97;      1 = natural cubic spline, then x;y pairs 0…1
 *
 * They act on the primaries of the working profile, encoded with the transfer function of sRGB whatever the profile:
 * measured with RawTherapee 5.9 on a gray ramp, to 0.0003.
 */
import type { CurvePoints } from '../../engine/adjustments';
import type { RgbSpaceId } from '../../engine/color/rgbSpace';
import { curvesMapper, grayCurves } from '../curves/grayCurves';
import type { Exported } from '../export/exported';
import { measureRoundTrip } from '../export/roundTrip';
import type { Style } from '../style/style';
import { formatKeyFile } from './formatKeyFile';

/** RawTherapee's working profiles; for Display P3, which it lacks, the next larger one. */
const WORKING_PROFILES: Readonly<Record<RgbSpaceId, readonly [name: string, primaries: RgbSpaceId]>> = {
  srgb: ['sRGB', 'srgb'],
  'adobe-rgb': ['Adobe RGB', 'adobe-rgb'],
  'display-p3': ['Rec2020', 'rec2020'],
  prophoto: ['ProPhoto', 'prophoto'],
  rec2020: ['Rec2020', 'rec2020'],
};

export function exportPp3Curves({ look }: Style): Exported {
  const [profile, primaries] = WORKING_PROFILES[look.space];
  const space = { primaries, transfer: 'srgb' } as const;
  const curves = grayCurves(look, { space, whole: false });
  const [rCurve, gCurve, bCurve] = curves.map(formatCurve);
  return {
    content: formatKeyFile({
      'RGB Curves': { Enabled: 'true', LumaMode: 'false', rCurve, gCurve, bCurve },
      'Color Management': { WorkingProfile: profile },
    }),
    roundTrip: measureRoundTrip(look, curvesMapper(curves, look, space)),
    losses: [{ code: 'curves-only' }],
  };
}

function formatCurve(points: CurvePoints): string {
  const values = points.flatMap(({ input, output }) => [input / 255, output / 255]);
  return `1;${values.map((value) => value.toFixed(6)).join(';')};`;
}
