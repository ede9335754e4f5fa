import type { OpenDocumentOptions } from '../simulator/createSimulator';

interface PictureListing extends Omit<OpenDocumentOptions, 'pixels'> {
  readonly url: string;
}

/** The pictures that the server was started with, film before digital. */
export async function loadPictures(): Promise<readonly OpenDocumentOptions[]> {
  const listing = (await (await fetch('pictures.json')).json()) as readonly PictureListing[];
  return Promise.all(
    listing.map(async ({ url, ...picture }) => {
      const bytes = await (await fetch(url)).arrayBuffer();
      const pixels = picture.bitsPerChannel === 16 ? new Uint16Array(bytes) : new Uint8Array(bytes);
      return { ...picture, pixels };
    }),
  );
}
