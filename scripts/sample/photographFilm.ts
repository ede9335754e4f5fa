/** The film picture: the scene through a lens that falls off to the corners, onto the stock, printed and scanned. */
import { createPrinter, dyeDensity, exposeNegative, type FilmStock, type Triple } from './film/filmModel';
import { createGrain, grainDeviation } from './film/grain';
import { addHalation } from './film/halation';
import { encodeSrgb } from './picture/encodeSrgb';
import { gaussianBlur } from './picture/gaussianBlur';
import type { LinearPicture } from './picture/resample';

export interface FilmCamera {
  readonly stock: FilmStock;
  /** Stops over the exposure that the scene's medium gray asks for; the print is balanced for it. */
  readonly exposureEv: number;
  /** Stops that the print is lighter than neutral. */
  readonly printEv: number;
  /** Stops lost in the corners. */
  readonly vignetteEv: number;
  /** Sigma of the lens and of the emulsion's spread of light. */
  readonly blurPx: number;
  readonly halationRadiusPx: number;
  readonly grainRadiusPx: number;
}

/** Bytes of an sRGB scan, 3 a pixel. */
export function photographFilm(scene: LinearPicture, camera: FilmCamera, seed: number): Uint8Array {
  const { width, height } = scene;
  const { stock } = camera;
  const exposure = addHalation(
    gaussianBlur(exposed(scene, camera), width, height, camera.blurPx),
    width,
    height,
    stock.halation,
    camera.halationRadiusPx,
  );
  const grain = createGrain(width, height, camera.grainRadiusPx, seed);
  const print = createPrinter(stock, camera.exposureEv);
  const bytes = new Uint8Array(exposure.length);
  const light: Triple = [0, 0, 0];
  const layers: Triple = [0, 0, 0];
  const density: Triple = [0, 0, 0];
  const reflectance: Triple = [0, 0, 0];
  const gain = 2 ** camera.printEv / paperWhite(stock);
  for (let p = 0; p < exposure.length; p += 3) {
    for (let c = 0; c < 3; c++) light[c] = exposure[p + c];
    exposeNegative(stock, light, layers);
    for (let c = 0; c < 3; c++) {
      const above = layers[c] - stock.negative[c].minimum;
      layers[c] += grainDeviation(stock.granularity[c], above) * grain[p + c];
    }
    print(dyeDensity(stock, layers, density), reflectance);
    for (let c = 0; c < 3; c++)
      bytes[p + c] = Math.round(255 * Math.min(1, encodeSrgb(gain * reflectance[c])));
  }
  return bytes;
}

/** The light at the film: exposure and the lens' falling off with the square of the distance from the middle. */
function exposed(
  { width, height, data }: LinearPicture,
  { exposureEv, vignetteEv }: FilmCamera,
): Float32Array {
  const result = new Float32Array(data.length);
  const [cx, cy] = [(width - 1) / 2, (height - 1) / 2];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const distance = ((x - cx) ** 2 + (y - cy) ** 2) / (cx * cx + cy * cy);
      const gain = 2 ** (exposureEv - vignetteEv * distance);
      const p = 3 * (y * width + x);
      for (let c = p; c < p + 3; c++) result[c] = gain * data[c];
    }
  }
  return result;
}

/** The scanner's white is the bare paper, at its brightest channel. */
function paperWhite(stock: FilmStock): number {
  return Math.max(...stock.paper.map((curve) => 10 ** -curve.minimum));
}
