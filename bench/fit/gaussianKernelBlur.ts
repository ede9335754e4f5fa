import type { RgbImage } from '../../src/engine/image/rgbImage';

/** Gaussian blur in place, separable, edges repeated. */
export function gaussianKernelBlur(image: RgbImage, sigmaPx: number): void {
  const reach = Math.ceil(3 * sigmaPx);
  const kernel = Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-((i - reach) ** 2) / (2 * sigmaPx ** 2)),
  );
  const total = kernel.reduce((sum, k) => sum + k, 0);
  const { width, height, data } = image;
  const pass = (stepX: number, stepY: number): void => {
    const source = data.slice();
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        let r = 0;
        let g = 0;
        let b = 0;
        for (let k = -reach; k <= reach; k++) {
          const sx = Math.max(0, Math.min(width - 1, x + k * stepX));
          const sy = Math.max(0, Math.min(height - 1, y + k * stepY));
          const i = 3 * (sy * width + sx);
          const w = kernel[k + reach];
          r += w * source[i];
          g += w * source[i + 1];
          b += w * source[i + 2];
        }
        const i = 3 * (y * width + x);
        data[i] = r / total;
        data[i + 1] = g / total;
        data[i + 2] = b / total;
      }
    }
  };
  pass(1, 0);
  pass(0, 1);
}
