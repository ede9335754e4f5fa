/** Curves: integer points 0…255; channels that are straight lines are left out of what is kept. */
import { IDENTITY_CURVE, type CurvePoints } from '../../../engine/adjustments';
import { notValid } from '../descriptor';
import {
  channelName,
  channelReference,
  CUSTOM_PRESET,
  DEFAULT_PRESET,
  integer,
  records,
  type KindRules,
} from './kindRules';

/** The file format holds 2…19 points a curve. */
const MAX_POINTS = 19;

function acceptCurve(value: unknown): CurvePoints {
  const points = records(value).map((point) => {
    // 'point' and 'paint' share one four-letter code: both are taken, and 'paint' is what reads back.
    if (point._obj !== 'paint' && point._obj !== 'point') throw notValid('Set');
    return { input: integer(point.horizontal, 0, 255), output: integer(point.vertical, 0, 255) };
  });
  if (points.length < 2 || points.length > MAX_POINTS) throw notValid('Set');
  for (let i = 1; i < points.length; i++) if (points[i].input <= points[i - 1].input) throw notValid('Set');
  return points;
}

const isIdentity = (points: CurvePoints): boolean =>
  points.length === 2 && points.every((p, i) => p.input === 255 * i && p.output === 255 * i);

export const curvesRules: KindRules = {
  initial: { _obj: 'curves', presetKind: DEFAULT_PRESET },
  accept(to) {
    const adjustment = records(to.adjustment)
      .map((item) => {
        if (item._obj !== 'curvesAdjustment') throw notValid('Set');
        return { channel: channelName(item.channel), points: acceptCurve(item.curve) };
      })
      .filter(({ points }) => !isIdentity(points))
      .map(({ channel, points }) => ({
        _obj: 'curvesAdjustment',
        channel: channelReference(channel),
        curve: points.map(({ input, output }) => ({ _obj: 'paint', horizontal: input, vertical: output })),
      }));
    return { _obj: 'curves', presetKind: CUSTOM_PRESET, ...(adjustment.length > 0 ? { adjustment } : {}) };
  },
  toAdjustment(stored) {
    if (!stored.adjustment) return null;
    const curves: Record<string, CurvePoints> = {};
    for (const item of records(stored.adjustment))
      curves[channelName(item.channel)] = acceptCurve(item.curve);
    const of = (name: string): CurvePoints => curves[name] ?? IDENTITY_CURVE;
    return {
      kind: 'curves',
      composite: of('composite'),
      red: of('red'),
      green: of('grain'),
      blue: of('blue'),
    };
  },
};
