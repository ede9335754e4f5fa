import fc from 'fast-check';
import { formatStyleXmp, parseStyleXmp } from '../../src/photoshop/styleMetadata';

describe('the style in the metadata of a group', () => {
  it('comes back as it was, whatever its text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => text === '' || parseStyleXmp(formatStyleXmp(text)) === text,
      ),
      { seed: 7, numRuns: 200 },
    );
  });

  it('survives being rewritten as an element, broken into lines and joined by other packets', () => {
    const encoded = /filmfit:style="([^"]*)"/.exec(formatStyleXmp('{"a":"ü"}'))?.[1] ?? '';
    const lines = encoded.replace(/(.{4})/g, '$1\n   ');
    const packet = `<?xpacket begin=""?><x:xmpmeta><rdf:RDF><rdf:Description xmp:CreatorTool="Photoshop">
      <filmfit:version>1</filmfit:version><filmfit:style>${lines}</filmfit:style></rdf:Description></rdf:RDF></x:xmpmeta>`;
    expect(parseStyleXmp(packet)).toBe('{"a":"ü"}');
  });

  it.each(['', '<x:xmpmeta/>', 'filmfit:style=""', 'filmfit:style="not base64!"', 'filmfit:style="/w=="'])(
    'is none in %j',
    (xmp) => {
      expect(parseStyleXmp(xmp)).toBeNull();
    },
  );
});
