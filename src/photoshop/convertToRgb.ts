/**
 * A document that Filmfit cannot work on becomes one that it can: RGB of 8 or 16 bits, as one undo step. Layers stay;
 * Photoshop itself drops adjustment layers that do not exist in RGB.
 */
import { UserError } from '../engine/userError';
import { bitsPerChannel, findDocument } from './documents';
import { inOneStep } from './inOneStep';
import { playCommand } from './playCommand';

const KEEP_LAYERS = { merge: false, rasterize: false } as const;

/**
 * Does nothing to a document that is fit already.
 *
 * @throws UserError `document-closed`; `convert-failed` when Photoshop did not convert: the document is then as before.
 */
export async function convertToRgb(documentId: number): Promise<void> {
  const { name, mode } = findDocument(documentId);
  const tooDeep = bitsPerChannel(findDocument(documentId)) === 32;
  if (mode === 'RGBColorMode' && !tooDeep) return;
  await inOneStep(documentId, 'Filmfit: convert to RGB', async () => {
    // Indexed and gray documents of 32 bits do not exist: the depth goes first where it is in the way.
    if (tooDeep) await playCommand({ _obj: 'convertMode', depth: 16, ...KEEP_LAYERS });
    if (mode !== 'RGBColorMode') {
      await playCommand({ _obj: 'convertMode', to: { _class: 'RGBColorMode' }, ...KEEP_LAYERS });
    }
    const converted = findDocument(documentId);
    if (converted.mode !== 'RGBColorMode' || bitsPerChannel(converted) === 32) {
      throw new UserError('convert-failed', { name });
    }
  });
}
