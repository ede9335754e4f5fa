/** EXIF, XMP and ICC blocks of a JPEG. */
import type { Raster, Resolution } from '../raster';
import { JPEG_MARKERS, startsWithAscii, writeJpegSegment } from './jpegSegments';
import type { JpegSegment } from './jpegSegments';

const EXIF = 'Exif\0\0';
const XMP = 'http://ns.adobe.com/xap/1.0/\0';
const ICC = 'ICC_PROFILE\0';
const JFIF = 'JFIF\0';
/** 65,535 minus the length field and the longest prefix, with room to spare. */
const PIECE_BYTES = 65_400;

export type JpegMetadata = Pick<Raster, 'iccProfile' | 'exif' | 'xmp' | 'resolution'>;

export function readJpegMetadata(segments: readonly JpegSegment[]): JpegMetadata {
  const exif = contentAfter(segments, JPEG_MARKERS.app1, EXIF);
  const xmp = contentAfter(segments, JPEG_MARKERS.app1, XMP);
  const iccProfile = readProfile(segments);
  const resolution = readResolution(contentAfter(segments, JPEG_MARKERS.app0, JFIF));
  return {
    ...(iccProfile && { iccProfile }),
    ...(exif && { exif: exif.slice() }),
    ...(xmp && { xmp: xmp.slice() }),
    ...(resolution && { resolution }),
  };
}

/** Blocks that are too large for a segment of a JPEG are left out (EXIF and XMP; a profile is cut in pieces). */
export function writeJpegMetadata(raster: Raster): Uint8Array[] {
  const segments: Uint8Array[] = [];
  if (raster.exif && raster.exif.length <= PIECE_BYTES)
    segments.push(writeJpegSegment(JPEG_MARKERS.app1, EXIF, raster.exif));
  if (raster.xmp && raster.xmp.length <= PIECE_BYTES)
    segments.push(writeJpegSegment(JPEG_MARKERS.app1, XMP, raster.xmp));
  const profile = raster.iccProfile;
  if (profile) {
    const pieces = Math.ceil(profile.length / PIECE_BYTES);
    for (let i = 0; i < pieces; i++) {
      const piece = profile.subarray(i * PIECE_BYTES, (i + 1) * PIECE_BYTES);
      const prefix = `${ICC}${String.fromCharCode(i + 1, pieces)}`;
      segments.push(writeJpegSegment(JPEG_MARKERS.app2, prefix, piece));
    }
  }
  return segments;
}

function contentAfter(segments: readonly JpegSegment[], marker: number, prefix: string): Uint8Array | null {
  const found = segments.find(
    (segment) => segment.marker === marker && startsWithAscii(segment.content, prefix),
  );
  return found ? found.content.subarray(prefix.length) : null;
}

function readProfile(segments: readonly JpegSegment[]): Uint8Array | null {
  const pieces = segments
    .filter(({ marker, content }) => marker === JPEG_MARKERS.app2 && startsWithAscii(content, ICC))
    .map(({ content }) => content.subarray(ICC.length))
    .sort((a, b) => a[0] - b[0]);
  if (pieces.length === 0 || pieces.length !== pieces[0][1]) return null;
  const profile = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length - 2, 0));
  let at = 0;
  for (const piece of pieces) {
    profile.set(piece.subarray(2), at);
    at += piece.length - 2;
  }
  return profile;
}

/** JFIF: version (2), unit (1: 0 none, 1 inch, 2 cm), x and y density (2 each). */
function readResolution(content: Uint8Array | null): Resolution | null {
  if (!content || content.length < 7 || content[2] === 0) return null;
  const perInch = content[2] === 2 ? 2.54 : 1;
  const xDpi = ((content[3] << 8) | content[4]) * perInch;
  const yDpi = ((content[5] << 8) | content[6]) * perInch;
  return xDpi > 0 && yDpi > 0 ? { xDpi, yDpi } : null;
}
