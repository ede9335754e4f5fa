/** What Photoshop refuses around modal scopes, refused in Photoshop's way. */
import { createSimulator, type Simulator } from '../../src/simulator/createSimulator';
import { inModal } from '../support/modal';
import { testPicture8 } from '../support/testPicture';

const MAKE_CURVES = {
  _obj: 'make',
  _target: [{ _ref: 'adjustmentLayer' }],
  using: { _obj: 'adjustmentLayer', type: { _obj: 'curves' } },
};

function openSimulator(): { simulator: Simulator; id: number } {
  const simulator = createSimulator();
  const id = simulator.openDocument({ name: 'a', width: 8, height: 6, pixels: testPicture8(8, 6) });
  return { simulator, id };
}

describe('a modal scope', () => {
  it('is needed for reading pixels', async () => {
    const { simulator, id } = openSimulator();
    await expect(simulator.photoshop.imaging.getPixels({ documentID: id })).rejects.toMatchObject({
      number: 1000,
    });
  });

  it('is needed for commands that change something: they resolve with error 1000', async () => {
    const { simulator } = openSimulator();
    const before = simulator.snapshot();
    await expect(simulator.photoshop.action.batchPlay([MAKE_CURVES])).resolves.toEqual([
      expect.objectContaining({
        _obj: 'error',
        result: 1000,
        message: expect.stringContaining('only allowed from inside a modal scope'),
      }),
    ]);
    expect(simulator.snapshot()).toEqual(before);
  });

  it('is needed for changes through the DOM', async () => {
    const { simulator, id } = openSimulator();
    const other = simulator.openDocument({ name: 'b', width: 1, height: 1, pixels: new Uint8Array(3) });
    const { app } = simulator.photoshop;
    expect(() => {
      app.activeDocument = app.documents[0];
    }).toThrow('modal scope');
    expect(() => app.documents[0].closeWithoutSaving()).toThrow('modal scope');
    await expect(app.createDocument({})).rejects.toMatchObject({ number: 1000 });
    expect(simulator.activeDocumentId).toBe(other);
    expect(app.documents.map((document) => document.id)).toEqual([id, other]);
  });

  it('is not needed for asking', async () => {
    const { simulator, id } = openSimulator();
    const [reply] = await simulator.photoshop.action.batchPlay([
      { _obj: 'get', _target: [{ _property: 'title' }, { _ref: 'document', _id: id }] },
    ]);
    expect(reply).toMatchObject({ title: 'a' });
  });

  it('refuses a second one with number 9, and one while another plugin is modal', async () => {
    const { simulator } = openSimulator();
    await inModal(simulator, async () => {
      await expect(inModal(simulator, async () => undefined)).rejects.toMatchObject({ number: 9 });
    });
    const release = simulator.beBusy();
    await expect(inModal(simulator, async () => undefined)).rejects.toMatchObject({ number: 9 });
    release();
    await expect(inModal(simulator, async () => 'done')).resolves.toBe('done');
  });

  it('rethrows what the target throws', async () => {
    const { simulator } = openSimulator();
    const failing = inModal(simulator, async () => {
      throw new RangeError('mine');
    });
    await expect(failing).rejects.toThrow(RangeError);
    expect(simulator.isModal).toBe(false);
  });

  it('commits history that is still suspended when it ends, as one entry', async () => {
    const { simulator, id } = openSimulator();
    await inModal(simulator, async (context) => {
      await context.hostControl.suspendHistory({ documentID: id, name: 'Two layers' });
      await simulator.photoshop.action.batchPlay([MAKE_CURVES, MAKE_CURVES]);
    });
    expect(simulator.historyOf(id).names).toEqual(['Open', 'Two layers']);
    expect(simulator.stateOf(id).layers).toHaveLength(3);
  });

  it('takes suspended history back when the target throws', async () => {
    const { simulator, id } = openSimulator();
    const before = simulator.snapshot();
    const failing = inModal(simulator, async (context) => {
      await context.hostControl.suspendHistory({ documentID: id, name: 'Half' });
      await simulator.photoshop.action.batchPlay([MAKE_CURVES]);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(simulator.snapshot()).toEqual(before);
    expect(simulator.historyOf(id).names).toEqual(['Open']);
  });

  it('keeps changes without suspended history even when the target throws', async () => {
    const { simulator, id } = openSimulator();
    const failing = inModal(simulator, async () => {
      await simulator.photoshop.action.batchPlay([MAKE_CURVES]);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(simulator.historyOf(id).names).toEqual(['Open', 'Curves 1 Layer']);
  });

  it('lets every call throw after Cancel, and tells the plugin', async () => {
    const { simulator, id } = openSimulator();
    let told = false;
    const cancelled = inModal(simulator, async (context) => {
      context.onCancel = () => {
        told = true;
      };
      simulator.cancel();
      expect(context.isCancelled).toBe(true);
      await expect(simulator.photoshop.imaging.getPixels({ documentID: id })).rejects.toMatchObject({
        number: -128,
      });
      expect(() => context.reportProgress({ value: 1 })).toThrow('cancelled');
      await simulator.photoshop.action.batchPlay([MAKE_CURVES]);
    });
    await expect(cancelled).rejects.toMatchObject({ number: -128 });
    expect(told).toBe(true);
    expect(simulator.stateOf(id).layers).toHaveLength(1);
  });

  it('closes documents that were registered for it', async () => {
    const { simulator, id } = openSimulator();
    await inModal(simulator, async (context) => {
      const document = await simulator.photoshop.app.createDocument({ width: 2, height: 2 });
      await context.hostControl.registerAutoCloseDocument(document.id);
    });
    expect(simulator.photoshop.app.documents.map((document) => document.id)).toEqual([id]);
  });

  it('is silent: listeners hear of changes outside of it only', async () => {
    const { simulator, id } = openSimulator();
    const heard: string[] = [];
    await simulator.photoshop.action.addNotificationListener(['all'], (event) => heard.push(event));
    await inModal(simulator, () => simulator.photoshop.action.batchPlay([MAKE_CURVES]));
    expect(heard).toEqual([]);
    simulator.closeDocument(id);
    expect(heard).toEqual(['close']);
  });
});
