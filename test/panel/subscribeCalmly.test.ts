/** What the charts of the panel hear of a slider that moves. */
import { createStore } from '../../src/app/store';
import { subscribeCalmly } from '../../src/panel/subscribeCalmly';

describe('a calm subscription', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('hears once of many changes in a row, when the last of them is in the store, and then of the next', () => {
    const store = createStore({ value: 0 });
    const heard: number[] = [];
    subscribeCalmly(store, () => heard.push(store.get().value));
    for (let value = 1; value <= 50; value++) store.set({ value });
    expect(heard).toEqual([]);
    jest.runAllTimers();
    expect(heard).toEqual([50]);
    store.set({ value: 51 });
    jest.runAllTimers();
    expect(heard).toEqual([50, 51]);
  });

  it('keeps up with changes that do not end', () => {
    const store = createStore({ value: 0 });
    const heard: number[] = [];
    subscribeCalmly(store, () => heard.push(store.get().value));
    for (let value = 1; value <= 100; value++) {
      store.set({ value });
      jest.advanceTimersByTime(16);
    }
    expect(heard.length).toBeGreaterThan(8);
    expect(heard.length).toBeLessThan(20);
  });

  it('hears nothing once it has ended, not even of a change before', () => {
    const store = createStore({ value: 0 });
    const heard: number[] = [];
    const stop = subscribeCalmly(store, () => heard.push(store.get().value));
    store.set({ value: 1 });
    stop();
    store.set({ value: 2 });
    jest.runAllTimers();
    expect(heard).toEqual([]);
  });
});
