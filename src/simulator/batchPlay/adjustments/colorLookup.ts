/**
 * Color Lookup: Photoshop renders from the ICC device link in `profile` alone. Binary fields count only in the
 * wrapper `{ _rawData: 'base64', _data }`; raw buffers and plain strings are dropped without a word.
 */
import { isRecord, type Descriptor } from '../descriptor';
import { decodeBase64 } from '../../../formats/base64';
import { readDeviceLink } from '../../pixels/readDeviceLink';
import type { KindRules } from './kindRules';

const BINARY_FIELDS = ['LUT3DFileData', 'profile'] as const;

const isWrapped = (value: unknown): value is { _rawData: 'base64'; _data: string } =>
  isRecord(value) && value._rawData === 'base64' && typeof value._data === 'string';

export const colorLookupRules: KindRules = {
  initial: { _obj: 'colorLookup' },
  accept(to) {
    const kept: Record<string, unknown> = { ...to };
    for (const field of BINARY_FIELDS) if (!isWrapped(kept[field])) delete kept[field];
    return { ...kept, _obj: 'colorLookup', dither: to.dither === true } satisfies Descriptor;
  },
  toAdjustment(stored) {
    if (!isWrapped(stored.profile)) return null;
    const bytes = decodeBase64(stored.profile._data);
    const lut = bytes && readDeviceLink(bytes);
    if (!lut) return null;
    return { kind: 'colorLookup', lut, dither: stored.dither === true, lutName: String(stored.name ?? '') };
  },
};
