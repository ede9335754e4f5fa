/**
 * Color differences. ΔE76 is the distance in CIELAB; ΔE2000 follows CIE 142 in the form of Sharma, Wu and Dalal,
 * "The CIEDE2000 color-difference formula" (2005), with all parametric factors 1; ΔEOK is the distance in OKLab
 * (CSS Color 4), here times 100 so that its size is of the same order.
 */
const DEGREE = Math.PI / 180;
/** 25⁷, the chroma at which the neutral correction of a* is half done. */
const CHROMA_25_POW7 = 6103515625;

export function deltaE76(l1: number, a1: number, b1: number, l2: number, a2: number, b2: number): number {
  return Math.hypot(l1 - l2, a1 - a2, b1 - b2);
}

/** Distance in OKLab times 100. */
export function deltaEOk(l1: number, a1: number, b1: number, l2: number, a2: number, b2: number): number {
  return 100 * Math.hypot(l1 - l2, a1 - a2, b1 - b2);
}

function chromaWeight(chroma: number): number {
  const c2 = chroma * chroma;
  const c7 = c2 * c2 * c2 * chroma;
  return Math.sqrt(c7 / (c7 + CHROMA_25_POW7));
}

/** Hue angle in [0, 2π). */
function hueAngle(a: number, b: number): number {
  if (a === 0 && b === 0) return 0;
  const angle = Math.atan2(b, a);
  return angle < 0 ? angle + 2 * Math.PI : angle;
}

/** CIEDE2000 between two CIELAB colors. */
export function deltaE2000(l1: number, a1: number, b1: number, l2: number, a2: number, b2: number): number {
  const meanChroma = (Math.sqrt(a1 * a1 + b1 * b1) + Math.sqrt(a2 * a2 + b2 * b2)) / 2;
  const g = 0.5 * (1 - chromaWeight(meanChroma));
  const a1p = (1 + g) * a1;
  const a2p = (1 + g) * a2;
  const c1 = Math.sqrt(a1p * a1p + b1 * b1);
  const c2 = Math.sqrt(a2p * a2p + b2 * b2);
  const h1 = hueAngle(a1p, b1);
  const h2 = hueAngle(a2p, b2);

  const deltaL = l2 - l1;
  const deltaC = c2 - c1;
  let deltaHue = 0;
  let meanHue = h1 + h2;
  if (c1 * c2 > 0) {
    deltaHue = h2 - h1;
    if (deltaHue > Math.PI) deltaHue -= 2 * Math.PI;
    else if (deltaHue < -Math.PI) deltaHue += 2 * Math.PI;
    if (Math.abs(h1 - h2) <= Math.PI) meanHue = (h1 + h2) / 2;
    else meanHue = (h1 + h2 + (h1 + h2 < 2 * Math.PI ? 2 * Math.PI : -2 * Math.PI)) / 2;
  }
  const deltaH = 2 * Math.sqrt(c1 * c2) * Math.sin(deltaHue / 2);

  const meanL = (l1 + l2) / 2;
  const meanC = (c1 + c2) / 2;
  const t =
    1 -
    0.17 * Math.cos(meanHue - 30 * DEGREE) +
    0.24 * Math.cos(2 * meanHue) +
    0.32 * Math.cos(3 * meanHue + 6 * DEGREE) -
    0.2 * Math.cos(4 * meanHue - 63 * DEGREE);
  const lightnessOffset = (meanL - 50) * (meanL - 50);
  const sL = 1 + (0.015 * lightnessOffset) / Math.sqrt(20 + lightnessOffset);
  const sC = 1 + 0.045 * meanC;
  const sH = 1 + 0.015 * meanC * t;
  const turn = (meanHue / DEGREE - 275) / 25;
  const rotation = -Math.sin(60 * DEGREE * Math.exp(-turn * turn)) * 2 * chromaWeight(meanC);
  const l = deltaL / sL;
  const c = deltaC / sC;
  const h = deltaH / sH;
  return Math.sqrt(Math.max(0, l * l + c * c + h * h + rotation * c * h));
}
