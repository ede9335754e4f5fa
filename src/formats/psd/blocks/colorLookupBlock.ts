/**
 * 'clrL': uint16 version 1 · descriptor with lookupType, name, dither, `profile` (the ICC device link that Photoshop
 * renders from) and the .cube text that it was loaded from.
 */
import type { ColorLookupAdjustment } from '../../../engine/adjustments';
import { formatCube } from '../../cube/formatCube';
import { formatDeviceLink, parseDeviceLink } from '../../icc/deviceLink';
import { ByteReader } from '../byteReader';
import { ByteWriter } from '../byteWriter';
import { formatDescriptor, parseDescriptor } from '../descriptor';

/** @returns null when no table is loaded or it is none that we can read. */
export function parseColorLookup(bytes: Uint8Array): ColorLookupAdjustment | null {
  const reader = new ByteReader(bytes);
  reader.skip(2);
  const fields = parseDescriptor(reader);
  if (!(fields.profile instanceof Uint8Array)) return null;
  const lut = parseDeviceLink(fields.profile, 'srgb');
  if (!lut) return null;
  const name = fields.LUT3DFileName ?? fields['Nm  '];
  return {
    kind: 'colorLookup',
    lut,
    dither: fields.Dthr === true,
    lutName: typeof name === 'string' ? name : '',
  };
}

export function formatColorLookup({ lut, dither, lutName }: ColorLookupAdjustment): Uint8Array {
  const writer = new ByteWriter();
  const fileName = lutName.endsWith('.cube') ? lutName : `${lutName}.cube`;
  const cube = formatCube(lut, { title: lutName });
  writer.uint16(1);
  formatDescriptor(writer, [
    ['lookupType', { type: 'enum', value: ['colorLookupType', '3DLUT'] }],
    ['Nm  ', { type: 'TEXT', value: fileName }],
    ['Dthr', { type: 'bool', value: dither }],
    ['profile', { type: 'tdta', value: formatDeviceLink(lut, lutName) }],
    ['LUTFormat', { type: 'enum', value: ['LUTFormatType', 'LUTFormatCUBE'] }],
    ['dataOrder', { type: 'enum', value: ['colorLookupOrder', 'rgbOrder'] }],
    ['tableOrder', { type: 'enum', value: ['colorLookupOrder', 'bgrOrder'] }],
    [
      'LUT3DFileData',
      { type: 'tdta', value: Uint8Array.from(cube, (letter) => letter.charCodeAt(0) & 0xff) },
    ],
    ['LUT3DFileName', { type: 'TEXT', value: fileName }],
  ]);
  return writer.toBytes();
}
