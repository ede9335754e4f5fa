import { appliedLook, type AppliedOptions, type FrameOffsets } from '../../src/engine/appliedLook';
import { NO_NUISANCES } from '../../src/engine/fit/frameNuisances';
import { neutralLook, type Look } from '../../src/engine/look';
import { latticeColors } from '../../src/engine/render/bakeLut';
import { createLookMapper } from '../../src/engine/render/renderLook';
import { compareLayers } from '../../src/engine/restack';
import { runToEnd } from '../../src/engine/task';
import { warmLook } from '../support/warmLook';

const SIZE = 9;
/** A residual of 33 nodes is read between them at the corners of this lattice's cells. */
const TOLERANCE = 1 / 255;
const WHOLE: AppliedOptions = { withLight: true, frame: null, share: 1 };

const applied = (look: Look, options: Partial<AppliedOptions> = {}): Look =>
  runToEnd(appliedLook(look, { ...WHOLE, ...options }));

function colorsOf(look: Look): Float32Array {
  const colors = latticeColors(SIZE);
  createLookMapper(look)(colors, colors, SIZE ** 3);
  return colors;
}

describe('the look that layers are made from', () => {
  it('is the look itself at full strength, and leaves out the light when that is wanted', () => {
    const look = warmLook();
    expect(applied(look)).toBe(look);
    const unlit = applied(look, { withLight: false });
    expect(unlit.whiteBalance).toEqual({ exposureEv: 0, redEv: 0, blueEv: 0 });
    expect(unlit.tone).toBe(look.tone);
  });

  it('goes half the way of every color at half the strength, as half the opacity does', () => {
    const look = warmLook({ residual: null });
    const half = colorsOf(applied(look, { share: 0.5 }));
    const [source, full] = [latticeColors(SIZE), colorsOf(look)];
    const off = half.map((value, i) => Math.abs(value - (source[i] + full[i]) / 2));
    expect(Math.max(...off)).toBeLessThan(TOLERANCE);
  });

  it('has the light again that one frame had and the roll had not', () => {
    const frame: FrameOffsets = { ...NO_NUISANCES, light: { exposureEv: 0.4, redEv: 0.1, blueEv: -0.1 } };
    const gray = Float32Array.of(0.3, 0.3, 0.3);
    createLookMapper(applied(neutralLook('srgb'), { frame }))(gray, gray, 1);
    const [red, green, blue] = gray;
    expect(green).toBeGreaterThan(0.31);
    expect(red - green).toBeGreaterThan(0.005);
    expect(green - blue).toBeGreaterThan(0.005);
  });
});

describe('the kinds of layers', () => {
  it('come the nearer to the look the more they may do', () => {
    const compared = runToEnd(compareLayers({ look: warmLook(), applied: WHOLE, pictures: null }));
    expect(compared.map(({ kind }) => kind)).toEqual(['classic', 'extended', 'exact']);
    const [classic, extended, exact] = compared.map(({ palette }) => palette.mean);
    expect(exact).toBeLessThan(extended);
    expect(extended).toBeLessThan(classic + TOLERANCE);
  });
});
