/** Image resources: resolution, ICC profile, XMP, and who wrote the file. */
import type { ByteWriter } from './byteWriter';

const RESOLUTION = 1005;
const ICC_PROFILE = 1039;
const VERSION_INFO = 1057;
const XMP = 1060;
const DOTS_PER_INCH = 72;

export function psdResources(
  writer: ByteWriter,
  { iccProfile, xmp }: { readonly iccProfile?: Uint8Array; readonly xmp?: string },
): void {
  resource(writer, RESOLUTION, () => {
    // Horizontal and vertical, as 16.16 fixed numbers with their units (1 = pixels per inch, inches).
    for (let i = 0; i < 2; i++) {
      writer.uint32(DOTS_PER_INCH * 65536);
      writer.uint16(1);
      writer.uint16(1);
    }
  });
  if (iccProfile) resource(writer, ICC_PROFILE, () => writer.put(iccProfile));
  resource(writer, VERSION_INFO, () => {
    writer.uint32(1);
    writer.uint8(1);
    writer.unicode('Filmfit\0');
    writer.unicode('Filmfit\0');
    writer.uint32(1);
  });
  if (xmp) resource(writer, XMP, () => writer.put(new TextEncoder().encode(xmp)));
}

function resource(writer: ByteWriter, id: number, body: () => void): void {
  writer.ascii('8BIM');
  writer.uint16(id);
  writer.uint16(0);
  const start = writer.length + 4;
  writer.sized(body);
  if ((writer.length - start) % 2 === 1) writer.uint8(0);
}
