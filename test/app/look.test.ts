import { applyEdits } from '../../src/app/look/applyEdits';
import { redo, startHistory, undo, withEdit } from '../../src/app/look/editHistory';
import { grayCurves } from '../../src/app/look/grayCurves';
import { appliedOptions, canMatchFrame, DEFAULT_LAYER_OPTIONS } from '../../src/app/look/layerOptions';
import { draggedHue } from '../../src/app/look/dragHue';
import {
  hasEdits,
  NO_EDITS,
  readEdits,
  withCurvePoint,
  withHue,
  withSlider,
} from '../../src/app/look/lookEdits';
import { neutralLook } from '../../src/engine/look';
import { warmLook } from '../support/warmLook';

describe('what of a look becomes layers', () => {
  const stops = { exposureEv: 0.4, redEv: 0.1, blueEv: 0 };
  const frame = { light: stops, lab: stops };
  const options = { ...DEFAULT_LAYER_OPTIONS, matchFrame: true };

  it('is one frame’s own only where it is known, is wanted, and goes with the light', () => {
    expect(appliedOptions(options, frame).frame).toBe(frame);
    expect(appliedOptions(options, null).frame).toBeNull();
    expect(appliedOptions(DEFAULT_LAYER_OPTIONS, frame).frame).toBeNull();
    expect(canMatchFrame(frame, { ...options, withLight: false })).toBe(false);
  });

  it('is as strong as the slider says only where the strength is baked in', () => {
    const half = { ...options, strength: 50 };
    expect(appliedOptions(half, null).share).toBe(1);
    expect(appliedOptions({ ...half, strengthWay: 'baked' }, null).share).toBe(0.5);
  });
});

describe('a hue that is dragged on the wheel', () => {
  const edit = { shift: 10, saturation: 0, lightness: 5 };

  it('is shifted by going round and more saturated by going out', () => {
    const turned = draggedHue(edit, { x: 60, y: 0 }, { x: 60 * Math.cos(0.1), y: 60 * Math.sin(0.1) });
    expect(turned).toEqual({ shift: 29, saturation: 0, lightness: 5 });
    expect(draggedHue(edit, { x: 60, y: 0 }, { x: 75, y: 0 }).saturation).toBe(25);
  });

  it('goes the short way past the angle of 180°, and no further than its sliders', () => {
    const { shift } = draggedHue(edit, { x: -60, y: 1 }, { x: -60, y: -1 });
    expect(shift).toBeGreaterThan(10);
    expect(shift).toBeLessThan(20);
    expect(draggedHue(edit, { x: 60, y: 0 }, { x: -300, y: 0 })).toMatchObject({
      shift: -100,
      saturation: 100,
    });
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
