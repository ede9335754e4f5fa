/** Which scenes each look is learned from, and the colors it is tested on. */
import { benchLooks, benchScenes, type LookSet, type NamedLook, type NamedScene } from './benchData';
import { seedOf, seededRandom } from './seededRandom';
import { testColors } from './testColors';

export interface BenchCase {
  readonly look: NamedLook;
  /** Learned from each alone, and from all of them together. */
  readonly scenes: readonly NamedScene[];
  /** Encoded colors of the other scenes. */
  readonly colors: Float32Array;
}

const SCENES_PER_LOOK = 3;
const COLORS_PER_SCENE = 200;
const TEST_LONG_EDGE_PX = 640;

export function benchCases(set: LookSet, isQuick: boolean): BenchCase[] {
  const { training, tests } = benchScenes();
  const colorsOf = new Map<string, Float32Array>();
  const looks = benchLooks(set).filter((_, i) => !isQuick || i % 3 === 0);
  return looks.map((look) => {
    const random = seededRandom(seedOf(look.name));
    const scenes = training
      .map((scene) => ({ scene, order: random.uniform() }))
      .sort((a, b) => a.order - b.order)
      .slice(0, SCENES_PER_LOOK)
      .map(({ scene }) => scene);
    const others = tests.filter((scene) => !scenes.some(({ name }) => name === scene.name));
    const colors = others.map((scene) => {
      const known = colorsOf.get(scene.name);
      const found = known ?? testColors(scene.load(TEST_LONG_EDGE_PX), COLORS_PER_SCENE, seedOf(scene.name));
      colorsOf.set(scene.name, found);
      return found;
    });
    return { look, scenes, colors: Float32Array.from(colors.flatMap((values) => Array.from(values))) };
  });
}
