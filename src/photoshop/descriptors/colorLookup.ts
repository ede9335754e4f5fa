/**
 *   { _obj: 'colorLookup', lookupType: 3DLUT, name, LUT3DFileName, dither, profile: { _rawData: 'base64', _data } }
 *
 * Photoshop renders from the ICC device link in `profile`; binary fields count only in the base64 wrapper, bare
 * buffers are dropped without a word. The text of a .cube file beside it is not needed.
 */
import * as v from 'valibot';
import type { Lut3d } from '../../engine/render/lut3d';
import { formatDeviceLink, parseDeviceLink } from '../../formats/icc/deviceLink';
import { decodeBase64, encodeBase64 } from '../../formats/base64';
import type { AdjustmentDescriptor } from './adjustmentDescriptor';

const Bytes = v.pipe(
  v.looseObject({ _data: v.string() }),
  v.transform(({ _data }) => decodeBase64(_data)),
);

const Reply = v.looseObject({
  name: v.optional(v.string(), ''),
  dither: v.optional(v.boolean(), false),
  profile: v.optional(
    v.union([
      Bytes,
      v.pipe(
        v.instance(ArrayBuffer),
        v.transform((b) => new Uint8Array(b)),
      ),
    ]),
  ),
});

/** What a layer without a table holds: both ends of the cube, nothing between. */
const IDENTITY: Lut3d = {
  size: 2,
  values: Float32Array.from({ length: 24 }, (_, i) => (Math.floor(i / 3) >> (i % 3)) & 1),
  space: 'srgb',
};

export const colorLookupDescriptor: AdjustmentDescriptor<'colorLookup'> = {
  build: ({ lut, dither, lutName }) => ({
    _obj: 'colorLookup',
    lookupType: { _enum: 'colorLookupType', _value: '3DLUT' },
    name: lutName,
    LUT3DFileName: lutName,
    dither,
    profile: { _rawData: 'base64', _data: encodeBase64(formatDeviceLink(lut, lutName)) },
  }),
  /** A device link does not name its space; the table comes back as 'srgb'. */
  parse(reply) {
    const { name, dither, profile } = v.parse(Reply, reply);
    const lut = profile ? parseDeviceLink(profile, 'srgb') : null;
    return { kind: 'colorLookup', lut: lut ?? IDENTITY, dither, lutName: name };
  },
};
