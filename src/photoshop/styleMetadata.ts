/**
 * The style travels with its group, in the XMP packet of the layer:
 *
 *   <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="…"><rdf:Description rdf:about="" xmlns:filmfit="…"
 *     filmfit:version="1" filmfit:purpose="look" filmfit:style="BASE64 OF THE STYLE FILE'S UTF-8"/></rdf:RDF></x:xmpmeta>
 *
 * A grain layer's packet holds what its noise was made from: filmfit:grainSeed="EIGHT HEX DIGITS".
 *
 * Photoshop may rewrite the packet: properties turn from attributes into elements, other packets join. Base64 survives
 * every such rewriting, so that no XML parser is needed (UXP has none).
 */
import { decodeBase64, encodeBase64 } from '../formats/base64';
import type { GroupPurpose } from './photoshopHost';

const NAMESPACE = 'http://ns.filmfit/style/1.0/';
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

export function formatStyleXmp(styleText: string, purpose: GroupPurpose = 'look'): string {
  const style = encodeBase64(utf8Bytes(styleText));
  return packetOf(`filmfit:version="1" filmfit:purpose="${purpose}" filmfit:style="${style}"`);
}

/** @param seed of the noise: an unsigned integer of 32 bits */
export function formatGrainXmp(seed: number): string {
  return packetOf(`filmfit:version="1" filmfit:grainSeed="${seed.toString(16).padStart(8, '0')}"`);
}

function packetOf(attributes: string): string {
  return (
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="${RDF}">` +
    `<rdf:Description rdf:about="" xmlns:filmfit="${NAMESPACE}" ${attributes}/>` +
    `</rdf:RDF></x:xmpmeta>`
  );
}

/** Groups of earlier versions say nothing: they are looks. */
export function parsePurposeXmp(xmp: string): GroupPurpose {
  return /\bfilmfit:purpose(?:\s*=\s*["']|>)inversion\b/.test(xmp) ? 'inversion' : 'look';
}

/** @returns the text of the style file, or null when the packet holds none. */
export function parseStyleXmp(xmp: string): string | null {
  const found =
    /\bfilmfit:style\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(xmp) ??
    /<filmfit:style>([^<]*)<\/filmfit:style>/.exec(xmp);
  const encoded = (found?.[1] ?? found?.[2] ?? '').replace(/\s+/g, '');
  const bytes = encoded === '' ? null : decodeBase64(encoded);
  return bytes && utf8Text(bytes);
}

const utf8Bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** UXP has no TextDecoder. @returns null when the bytes are no UTF-8. */
function utf8Text(bytes: Uint8Array): string | null {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i++) parts.push(`%${bytes[i].toString(16).padStart(2, '0')}`);
  try {
    return decodeURIComponent(parts.join(''));
  } catch {
    return null;
  }
}
