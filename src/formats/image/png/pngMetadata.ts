/** The blocks of a PNG that are not pixels: iCCP, eXIf, XMP in iTXt, pHYs. */
import { zlibSync } from 'fflate';
import { inflateBounded } from '../inflateBounded';
import type { Raster, Resolution } from '../raster';
import type { PngChunk } from './pngChunks';

const XMP_KEYWORD = 'XML:com.adobe.xmp';
const MAX_PROFILE_BYTES = 16 << 20;
const MAX_XMP_BYTES = 16 << 20;
const INCHES_PER_METER = 1 / 0.0254;

export type PngMetadata = Pick<Raster, 'iccProfile' | 'exif' | 'xmp' | 'resolution'>;

/** Damaged metadata is left out; it is no reason to refuse the picture. */
export function readPngMetadata(chunks: readonly PngChunk[]): PngMetadata {
  const iccProfile = attempt(() => readProfile(contentOf(chunks, 'iCCP')));
  const exif = contentOf(chunks, 'eXIf')?.slice();
  const xmp = attempt(() => readXmp(chunks));
  const resolution = readResolution(contentOf(chunks, 'pHYs'));
  return {
    ...(iccProfile && { iccProfile }),
    ...(exif && { exif }),
    ...(xmp && { xmp }),
    ...(resolution && { resolution }),
  };
}

export function writePngMetadata(raster: Raster): PngChunk[] {
  const chunks: PngChunk[] = [];
  if (raster.iccProfile)
    chunks.push({ name: 'iCCP', content: joined('ICC Profile\0\0', zlibSync(raster.iccProfile)) });
  if (raster.resolution) chunks.push({ name: 'pHYs', content: formatResolution(raster.resolution) });
  if (raster.exif) chunks.push({ name: 'eXIf', content: raster.exif });
  // Keyword, not compressed, no language, no translated keyword.
  if (raster.xmp) chunks.push({ name: 'iTXt', content: joined(`${XMP_KEYWORD}\0\0\0\0\0`, raster.xmp) });
  return chunks;
}

function contentOf(chunks: readonly PngChunk[], name: string): Uint8Array | undefined {
  return chunks.find((chunk) => chunk.name === name)?.content;
}

function readProfile(content: Uint8Array | undefined): Uint8Array | null {
  if (!content) return null;
  const nameEnd = content.indexOf(0);
  if (nameEnd < 0) return null;
  return inflateBounded(content.subarray(nameEnd + 2), MAX_PROFILE_BYTES).slice();
}

function readXmp(chunks: readonly PngChunk[]): Uint8Array | null {
  for (const { name, content } of chunks) {
    if (name !== 'iTXt' || !startsWith(content, XMP_KEYWORD)) continue;
    const flags = XMP_KEYWORD.length + 1;
    const compressed = content[flags] === 1;
    const languageEnd = content.indexOf(0, flags + 2);
    const textStart = content.indexOf(0, languageEnd + 1) + 1;
    if (languageEnd < 0 || textStart === 0) return null;
    const text = content.subarray(textStart);
    return compressed ? inflateBounded(text, MAX_XMP_BYTES).slice() : text.slice();
  }
  return null;
}

function readResolution(content: Uint8Array | undefined): Resolution | null {
  if (!content || content.length < 9 || content[8] !== 1) return null;
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const xDpi = view.getUint32(0) / INCHES_PER_METER;
  const yDpi = view.getUint32(4) / INCHES_PER_METER;
  return xDpi > 0 && yDpi > 0 ? { xDpi, yDpi } : null;
}

function formatResolution({ xDpi, yDpi }: Resolution): Uint8Array {
  const content = new Uint8Array(9);
  const view = new DataView(content.buffer);
  view.setUint32(0, Math.round(xDpi * INCHES_PER_METER));
  view.setUint32(4, Math.round(yDpi * INCHES_PER_METER));
  content[8] = 1;
  return content;
}

function startsWith(bytes: Uint8Array, ascii: string): boolean {
  if (bytes.length < ascii.length) return false;
  for (let i = 0; i < ascii.length; i++) if (bytes[i] !== ascii.charCodeAt(i)) return false;
  return true;
}

function joined(ascii: string, bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(ascii.length + bytes.length);
  for (let i = 0; i < ascii.length; i++) out[i] = ascii.charCodeAt(i);
  out.set(bytes, ascii.length);
  return out;
}

function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
