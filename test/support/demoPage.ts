/** The page of `npm start` with the sample pair, in a browser, and what a person could see in the simulated Photoshop. */
import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startDemoServer, type DemoServer } from '../../src/demo/server/demoServer';
import { readPictureFile } from '../../src/demo/server/readPictureFile';
import { invertHomography, applyHomography } from '../../src/engine/align/homography';
import type { Homography } from '../../src/engine/align/alignment';
import { rgbImage, plane, type RgbImage } from '../../src/engine/image/rgbImage';
import { resizeArea } from '../../src/engine/image/resizeArea';
import { measureDifference } from '../../src/engine/metrics/measureDifference';
import type { OpenDocumentOptions, Simulator } from '../../src/simulator/createSimulator';

/** npm runs tests and scripts in the project's folder. */
const PROJECT = process.cwd();

declare global {
  interface Window {
    filmfitDemo: { simulator: Simulator; pictures: readonly OpenDocumentOptions[] };
  }
}

export function serveSamplePair(): Promise<DemoServer> {
  return startDemoServer({
    pageFolder: path.join(PROJECT, 'build/demo'),
    pluginFolder: path.join(PROJECT, 'dist'),
    pictures: ['film.jpg', 'digital.jpg'].map((name) => readPictureFile(path.join(PROJECT, 'sample', name))),
  });
}

/** A page on which an error that nobody caught fails the test. */
export async function openDemo(
  browser: Browser,
  url: string,
  query = '',
): Promise<{ page: Page; errors: string[] }> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(url + query);
  await page.waitForSelector('#match');
  return { page, errors };
}

/** Everything the simulated Photoshop holds, comparable with toEqual. */
export const snapshotOf = (page: Page): Promise<unknown> =>
  page.evaluate(() => window.filmfitDemo.simulator.snapshot());

export const activeDocumentId = (page: Page): Promise<number> =>
  page.evaluate(() => window.filmfitDemo.simulator.activeDocumentId ?? -1);

/** A picture as one more document. @returns its id */
export function openPicture(page: Page, name: string, { width, height, data }: RgbImage): Promise<number> {
  const codes = Uint8Array.from(data, (value) => Math.round(255 * Math.min(1, Math.max(0, value))));
  return page.evaluate(
    ({ base64, ...shape }) => {
      const pixels = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      return window.filmfitDemo.simulator.openDocument({ ...shape, pixels });
    },
    { name, width, height, base64: Buffer.from(codes).toString('base64') },
  );
}

export interface LayerSight {
  readonly name: string;
  readonly kind: string;
  /** Photoshop's name of its kind. */
  readonly adjustment: string | null;
}

export function layersOf(page: Page, documentId: number): Promise<LayerSight[]> {
  return page.evaluate(
    (id) =>
      window.filmfitDemo.simulator.layersOf(id).map(({ name, kind, adjustment }) => ({
        name,
        kind,
        adjustment: adjustment === null ? null : String(adjustment._obj),
      })),
    documentId,
  );
}

/** The composite of an 8-bit document, as encoded RGB. */
export async function compositeOf(page: Page, documentId: number): Promise<RgbImage> {
  const { width, height, base64 } = await page.evaluate((id) => {
    const { simulator } = window.filmfitDemo;
    const { width, height } = simulator.stateOf(id);
    const { data } = simulator.compositeOf(id);
    let text = '';
    for (let at = 0; at < data.length; at += 8192)
      text += String.fromCharCode(...data.subarray(at, at + 8192));
    return { width, height, base64: btoa(text) };
  }, documentId);
  const bytes = Buffer.from(base64, 'base64');
  const channels = bytes.length / (width * height);
  const image = rgbImage(width, height, 'srgb');
  for (let i = 0; i < width * height; i++) {
    for (let c = 0; c < 3; c++) image.data[3 * i + c] = bytes[channels * i + c] / 255;
  }
  return image;
}

/**
 * Mean ΔE2000 between a picture on the digital photo's pixels and the sample's film frame, laid there by the
 * homography it was made with: what Filmfit's own alignment thinks plays no part.
 */
export function differenceFromFilm(picture: RgbImage): number {
  const truth = JSON.parse(fs.readFileSync(path.join(PROJECT, 'sample/truth.json'), 'utf8')) as {
    filmToDigital: Homography;
  };
  const film = readPictureFile(path.join(PROJECT, 'sample/film.jpg'));
  const digitalToFilm = invertHomography(truth.filmToDigital);
  const laid = rgbImage(picture.width, picture.height, 'srgb');
  const covered = plane(picture.width, picture.height);
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++) {
      const [u, v] = applyHomography(digitalToFilm, x, y).map(Math.round);
      if (u < 0 || v < 0 || u >= film.width || v >= film.height) continue;
      const at = y * picture.width + x;
      covered.data[at] = 1;
      for (let c = 0; c < 3; c++) laid.data[3 * at + c] = film.pixels[3 * (v * film.width + u) + c] / 255;
    }
  }
  const [width, height] = [Math.round(picture.width / 6), Math.round(picture.height / 6)];
  const coverage = resizeArea({ ...laid, data: threeTimes(covered.data) }, width, height);
  const trusted = plane(width, height);
  for (let i = 0; i < trusted.data.length; i++) trusted.data[i] = coverage.data[3 * i] > 0.999 ? 1 : 0;
  return measureDifference(resizeArea(picture, width, height), resizeArea(laid, width, height), trusted).mean;
}

function threeTimes(values: Float32Array): Float32Array {
  const rgb = new Float32Array(3 * values.length);
  for (let i = 0; i < values.length; i++) rgb.fill(values[i], 3 * i, 3 * i + 3);
  return rgb;
}
