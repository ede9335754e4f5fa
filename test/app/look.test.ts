import { applyEdits } from '../../src/app/look/applyEdits';
import { redo, startHistory, undo, withEdit } from '../../src/app/look/editHistory';
import { grayCurves } from '../../src/app/look/grayCurves';
import {
  appliedLook,
  canMatchFrame,
  DEFAULT_LAYER_OPTIONS,
  weakerLook,
} from '../../src/app/look/layerOptions';
import {
  hasEdits,
  NO_EDITS,
  readEdits,
  withCurvePoint,
  withHue,
  withSlider,
} from '../../src/app/look/lookEdits';
import { latticeColors } from '../../src/engine/render/bakeLut';
import { createLookMapper } from '../../src/engine/render/renderLook';
import type { FrameNuisances } from '../../src/engine/estimation';
import { NO_NUISANCES } from '../../src/engine/fit/frameNuisances';
import { neutralLook, type Look } from '../../src/engine/look';
import { warmLook } from '../support/warmLook';

const SIZE = 9;
/** A residual of 33 nodes is read between them at the corners of this lattice's cells. */
const TOLERANCE = 1 / 255;

function colorsOf(look: Look): Float32Array {
  const colors = latticeColors(SIZE);
  createLookMapper(look)(colors, colors, SIZE ** 3);
  return colors;
}

describe('matching one frame exactly', () => {
  const frame: FrameNuisances = {
    ...NO_NUISANCES,
    light: { exposureEv: 0.4, redEv: 0.1, blueEv: -0.1 },
    offsetsKnown: true,
  };
  const options = { ...DEFAULT_LAYER_OPTIONS, matchFrame: true };

  it('puts the light back in that the frame had and the roll had not', () => {
    const look = neutralLook('srgb');
    const gray = Float32Array.of(0.3, 0.3, 0.3);
    createLookMapper(appliedLook(look, options, frame))(gray, gray, 1);
    const [red, green, blue] = gray;
    expect(green).toBeGreaterThan(0.31);
    expect(red - green).toBeGreaterThan(0.005);
    expect(green - blue).toBeGreaterThan(0.005);
    expect(appliedLook(look, DEFAULT_LAYER_OPTIONS, frame)).toBe(look);
  });

  it('changes nothing where the frame’s own cannot be told from the film’s', () => {
    const look = warmLook();
    expect([null, NO_NUISANCES].map((each) => appliedLook(look, options, each))).toEqual([look, look]);
    expect(canMatchFrame(frame, { ...options, withLight: false })).toBe(false);
  });
});

describe('a look of half the strength', () => {
  it('goes half the way of every color, as half the opacity does', () => {
    const look = warmLook({ residual: null });
    const [source, full, half] = [latticeColors(SIZE), colorsOf(look), colorsOf(weakerLook(look, 0.5))];
    const off = half.map((value, i) => Math.abs(value - (source[i] + full[i]) / 2));
    expect(Math.max(...off)).toBeLessThan(TOLERANCE);
  });

  it('is the look itself at full strength, and leaves out the light when that is wanted', () => {
    const look = warmLook();
    expect(appliedLook(look, DEFAULT_LAYER_OPTIONS)).toBe(look);
    const unlit = appliedLook(look, { ...DEFAULT_LAYER_OPTIONS, withLight: false });
    expect(unlit.whiteBalance).toEqual({ exposureEv: 0, redEv: 0, blueEv: 0 });
    expect(unlit.tone).toBe(look.tone);
  });
});

describe('edits of a look', () => {
  it('change nothing when there are none', () => {
    const look = warmLook();
    expect(applyEdits(look, NO_EDITS)).toEqual(look);
    expect(hasEdits(NO_EDITS)).toBe(false);
  });

  it('move a curve by as many levels as its point was moved, at that gray of the photo', () => {
    const look = neutralLook('srgb');
    const moved = applyEdits(look, withCurvePoint(NO_EDITS, 'red', 2, 20));
    expect(255 * (grayCurves(moved).red[32] - 0.5)).toBeCloseTo(20, 0);
    expect(255 * (grayCurves(moved).green[32] - 0.5)).toBeCloseTo(0, 0);
  });

  it('move a point of gray also where the exposure has moved the grays', () => {
    const look = { ...neutralLook('srgb'), whiteBalance: { exposureEv: 1, redEv: 0, blueEv: 0 } };
    const before = grayCurves(look).tone;
    const after = grayCurves(applyEdits(look, withCurvePoint(NO_EDITS, 'tone', 2, 20))).tone;
    const difference = after.map((value, i) => value - before[i]);
    expect(Math.abs(difference.indexOf(Math.max(...difference)) - 32)).toBeLessThanOrEqual(2);
  });

  it('come back from what was saved, as far as it is what it should be', () => {
    const edits = withHue(withSlider(NO_EDITS, 'warmth', 40), 'blue', { saturation: -30 });
    expect(readEdits(JSON.stringify(edits))).toEqual(edits);
    expect(readEdits('{"sliders": {"warmth": "hot", "tint": 1e9}, "curves": 3')).toEqual(NO_EDITS);
    expect(readEdits('{"sliders": {"warmth": "hot", "tint": 1e9}, "curves": 3}')).toEqual(NO_EDITS);
  });
});

describe('the history of edits', () => {
  const warm = withSlider(NO_EDITS, 'warmth', 10);
  const warmer = withSlider(NO_EDITS, 'warmth', 20);

  it('takes what moves for one step', () => {
    const history = withEdit(withEdit(startHistory(NO_EDITS), warm, false), warmer, true);
    expect(undo(history).present).toEqual(NO_EDITS);
    expect(redo(undo(history)).present).toEqual(warmer);
  });

  it('forgets what was undone when something else is done', () => {
    const history = undo(withEdit(startHistory(NO_EDITS), warm, false));
    expect(withEdit(history, warmer, false).future).toEqual([]);
  });
});
