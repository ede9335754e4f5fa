/** Draws the plugin's icons, at one and two pixels a unit, into icons/. Run with `npx tsx scripts/makeIcons.ts`. */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { encode } from 'fast-png';
import { filmFrameInColor, filmFrameInOneInk } from './icons/filmFrame';
import { rasterize, type IconLayer } from './icons/raster';

interface Icon {
  readonly name: string;
  readonly sizeUnits: number;
  readonly layers: readonly IconLayer[];
}

/** Inks that Photoshop's own panel icons come near to on dark and on light themes. */
const LIGHT_INK = [0.89, 0.89, 0.89] as const;
const DARK_INK = [0.27, 0.27, 0.27] as const;

const ICONS: readonly Icon[] = [
  { name: 'panel-dark', sizeUnits: 23, layers: filmFrameInOneInk(23, LIGHT_INK) },
  { name: 'panel-light', sizeUnits: 23, layers: filmFrameInOneInk(23, DARK_INK) },
  { name: 'plugin', sizeUnits: 24, layers: filmFrameInColor(24) },
];

const directory = fileURLToPath(new URL('../icons', import.meta.url));
fs.mkdirSync(directory, { recursive: true });
for (const { name, sizeUnits, layers } of ICONS) {
  for (const scale of [1, 2]) {
    const size = sizeUnits * scale;
    const data = rasterize(layers, sizeUnits, scale);
    fs.writeFileSync(
      path.join(directory, `${name}@${scale}x.png`),
      encode({ width: size, height: size, channels: 4, depth: 8, data }),
    );
  }
}
