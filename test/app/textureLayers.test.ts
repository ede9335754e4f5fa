import { seedOfName } from '../../src/engine/grain/grainNoise';
import { textureWords } from '../../src/app/negative/textureWords';
import { textureLayers } from '../../src/app/textureLayers';
import { INITIAL_STATE } from '../../src/app/initialState';
import type { SessionState } from '../../src/app/state';
import { createStore } from '../../src/app/store';
import { DEFAULT_LAYER_OPTIONS } from '../../src/app/look/layerOptions';
import { createInlineCompute } from '../../src/compute/inlineCompute';
import { neutralLook, type Look } from '../../src/engine/look';
import { createFakeHost, documentSummary } from '../support/fakeHost';

const even = [0.02, 0.03, 0.02];
const LOOK: Look = {
  ...neutralLook('srgb', 'Portra'),
  grain: {
    strength: { red: even, green: even, blue: even },
    correlation: [0.3, 0.3, 0.3],
    spectrum: [{ sigmaPx: 0.8, share: 1 }],
    sizePx: 1.3,
    analysedLongEdgePx: 60,
  },
  halation: { strength: 0.1, radius: 0.02, tint: [1, 0.3, 0] },
};

function context() {
  const documents = [documentSummary({ id: 1, name: 'a', widthPx: 60, heightPx: 40 })];
  return {
    host: createFakeHost(documents),
    store: createStore<SessionState>({ ...INITIAL_STATE, documents }),
    compute: createInlineCompute(),
    today: () => '2026-01-01',
    nowMs: () => 0,
  };
}

describe('textureLayers', () => {
  it('makes no layer unless it is asked for', async () => {
    expect(await textureLayers(context(), 1, LOOK, DEFAULT_LAYER_OPTIONS)).toEqual([]);
  });

  it('lays halation under the look and grain over it, for the size of the document', async () => {
    const options = { ...DEFAULT_LAYER_OPTIONS, grain: 100, halation: 50 };
    const layers = await textureLayers(context(), 1, LOOK, options);
    expect(layers.map(({ name, place, blendMode }) => [name, place, blendMode])).toEqual([
      ['Halation', 'bottom', 'linearDodge'],
      ['Grain', 'top', 'linearLight'],
    ]);
    for (const { widthPx, heightPx, rows } of layers) {
      expect([widthPx, heightPx]).toEqual([60, 40]);
      expect(rows(0, 40)).toHaveLength(3 * 60 * 40);
    }
  });

  it('makes the grain coarser when that is wanted, and no stronger', async () => {
    const options = { ...DEFAULT_LAYER_OPTIONS, grain: 100 };
    const [grain] = await textureLayers(context(), 1, LOOK, options);
    const [coarseGrain] = await textureLayers(context(), 1, LOOK, { ...options, grainSize: 200 });
    const neighboursAlike = ({ rows }: typeof grain): number => {
      const red = Float64Array.from(rows(0, 40).filter((_, i) => i % 3 === 0));
      const mean = red.reduce((sum, v) => sum + v, 0) / red.length;
      const product = (step: number) =>
        red.slice(step).reduce((sum, v, i) => sum + (v - mean) * (red[i] - mean), 0) / (red.length - step);
      return product(1) / product(0);
    };
    expect(neighboursAlike(coarseGrain)).toBeGreaterThan(neighboursAlike(grain) + 0.1);
    expect(coarseGrain.opacity).toBe(grain.opacity);
  });

  it('gives the same grain for the same look, and none to a look without', async () => {
    const options = { ...DEFAULT_LAYER_OPTIONS, grain: 100 };
    const [[first], [second]] = [
      await textureLayers(context(), 1, LOOK, options),
      await textureLayers(context(), 1, LOOK, options),
    ];
    expect(first.rows(0, 9)).toEqual(second.rows(0, 9));
    expect(first.seed).toBe(seedOfName(LOOK.name));
    expect(await textureLayers(context(), 1, neutralLook('srgb'), options)).toEqual([]);
  });
});

describe('what was measured, in words', () => {
  it('gives the size of grain in px, and in µm once the frame is known', () => {
    expect(textureWords(LOOK, null, 'unknown').grain).not.toMatch(/µm/);
    // 1.3 px of 60 px, of 36 mm.
    expect(textureWords(LOOK, null, '35mm').grain).toMatch(/780 µm/);
  });

  it('says why something is not measurable', () => {
    const texture = {
      grain: {
        refusal: 'grain.too-weak',
        windows: 20,
        strongest: 0,
        scannerNoise: 0,
        sceneShare: 0,
        example: null,
      },
      halation: {
        refusal: 'halation.no-highlights',
        glow: [0, 0],
        uncertainty: 0,
        pixels: 0,
        growth: 1,
        seen: null,
      },
      grainSample: null,
      halationProfile: null,
    } as const;
    const { grain, halation } = textureWords(neutralLook('srgb'), texture, 'unknown');
    expect(grain).toMatch(/weaker than 2 of 255/);
    expect(halation).toMatch(/too few dark places/);
  });
});
