import { redo, startHistory, undo, withEdit } from '../../../src/app/look/editHistory';
import { NO_EDITS, withSlider } from '../../../src/app/look/lookEdits';

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
