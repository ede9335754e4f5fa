/** The commands of an actionJSON file, played in the simulated Photoshop: they make the stack. */
import { renderStack8 } from '../../src/engine/render/renderStack';
import { stackCommands } from '../../src/formats/actionJson/exportActionJson';
import { buildDescriptor } from '../../src/photoshop/descriptors/descriptorOf';
import { createSimulator } from '../../src/simulator/createSimulator';
import { classicStack } from '../support/classicStack';
import { testPicture8 } from '../support/testPicture';

const WIDTH = 30;
const HEIGHT = 20;

async function play() {
  const simulator = createSimulator();
  const pixels = testPicture8(WIDTH, HEIGHT);
  const id = simulator.openDocument({ name: 'photo.jpg', width: WIDTH, height: HEIGHT, pixels });
  const stack = classicStack({ opacity: 80 });
  const commands = JSON.parse(JSON.stringify(stackCommands(stack, buildDescriptor))) as never[];
  const { core, action } = simulator.photoshop;
  const replies = await core.executeAsModal(() => action.batchPlay(commands, {}), { commandName: 'Actions' });
  return { simulator, id, pixels, stack, replies };
}

describe('an actionJSON file', () => {
  it('makes one group with the layers in their order, names and opacities', async () => {
    const { simulator, id, stack } = await play();
    const [group, background] = simulator.stateOf(id).layers;
    expect(background.background).toBe(true);
    expect([group.name, group.kind, group.opacity]).toEqual([stack.name, 'group', 80]);
    expect(group.children.map(({ name, opacity }) => [name, opacity]).reverse()).toEqual(
      stack.layers.map(({ name, opacity }) => [name, opacity]),
    );
  });

  it('shows what the stack was predicted to show', async () => {
    const { simulator, id, pixels, stack } = await play();
    const shown = simulator.compositeOf(id).data.filter((_, i) => i % 4 !== 3);
    expect(Array.from(shown)).toEqual(Array.from(renderStack8(pixels, 3, stack)));
  });

  it('is refused by no command', async () => {
    const { replies } = await play();
    expect((replies as { _obj: string }[]).filter(({ _obj }) => _obj === 'error')).toEqual([]);
  });
});
