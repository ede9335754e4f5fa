import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { md5 } from '../../src/formats/md5';

describe('MD5', () => {
  // RFC 1321, A.5
  it.each([
    ['', 'D41D8CD98F00B204E9800998ECF8427E'],
    ['abc', '900150983CD24FB0D6963F7D28E17F72'],
    [
      '12345678901234567890123456789012345678901234567890123456789012345678901234567890',
      '57EDF4A22BE3C955AC49DA2E2107B67A',
    ],
  ])('of %j is as published', (text, digest) => {
    expect(md5(new TextEncoder().encode(text))).toBe(digest);
  });

  it('of any bytes is as Node computes it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(md5(bytes)).toBe(createHash('md5').update(bytes).digest('hex').toUpperCase());
      }),
      { numRuns: 200, seed: 3 },
    );
  });
});
