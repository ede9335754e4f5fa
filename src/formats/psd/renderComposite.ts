import { WHITE_16 } from '../../engine/render/mapper16';
import { mixCode, opacityCode } from '../../engine/render/mixCodes';
import { createStackMapper16, renderStack8 } from '../../engine/render/renderStack';
import type { StackPsd } from './writePsd';

const WHITE_FILE_16 = 65535;

/** What Photoshop shows, in the file's own values: the layers, then mask × opacity of the group. */
export function renderComposite({ width, height, pixels, stack, mask }: StackPsd): Uint8Array | Uint16Array {
  const opaque = { ...stack, opacity: 100 };
  let rendered: Uint8Array | Uint16Array;
  if (pixels instanceof Uint8Array) rendered = renderStack8(pixels, 3, opaque);
  else {
    rendered = pixels.map((value) => Math.round((value * WHITE_16) / WHITE_FILE_16));
    createStackMapper16(opaque)(rendered, rendered, width * height, 3);
    for (let i = 0; i < rendered.length; i++) {
      rendered[i] = Math.round((rendered[i] * WHITE_FILE_16) / WHITE_16);
    }
  }
  const opacity = opacityCode(stack.opacity);
  if (mask || opacity < 255) mixBack(rendered, pixels, opacity, mask);
  return rendered;
}

function mixBack(
  above: Uint8Array | Uint16Array,
  below: Uint8Array | Uint16Array,
  opacity: number,
  mask?: Uint8Array,
): void {
  for (let p = 0, i = 0; i < above.length; p++) {
    const share = mask ? Math.floor((mask[p] * opacity) / 255 + 0.5) : opacity;
    for (const end = i + 3; i < end; i++) {
      above[i] = mixCode(below[i], above[i], share);
    }
  }
}
