/** What the codes of the engine are called: spaces, colors, layers, models. */
import type { RegionVerdict } from '../../engine/confidence/regionCoverage';
import type { ModelId } from '../../engine/fit/alternatives/regressor';
import type { ColorRegion } from '../../engine/metrics/colorRegions';
import type { StackKind } from '../../engine/project/projectLook';

export const NAME_TEXTS = {
  spaces: {
    srgb: 'sRGB',
    'display-p3': 'Display P3',
    'adobe-rgb': 'Adobe RGB',
    prophoto: 'ProPhoto RGB',
    rec2020: 'Rec. 2020',
  } as Readonly<Record<string, string>>,

  /** By `ColorRegion`: what in photographs most often has such a color. */
  regions: {
    shadows: 'Shadows, black',
    concrete: 'Concrete, gray',
    whites: 'Clouds, white',
    reds: 'Red',
    skin: 'Skin, sand',
    earth: 'Wood, earth',
    yellows: 'Yellow',
    foliage: 'Foliage',
    teals: 'Teal, water',
    sky: 'Sky',
    blues: 'Deep blue',
    purples: 'Purple',
    pinks: 'Pink',
  } satisfies Record<ColorRegion, string>,

  /** By `StackKind`. */
  stacks: {
    classic: 'Classic layers',
    extended: 'Extended layers',
    exact: 'Exact (Color Lookup)',
  } satisfies Record<StackKind, string>,

  /** By `ModelId`. */
  models: {
    film: 'Film model',
    'root-polynomial': 'Root-polynomial',
    'lab-polynomial': 'OKLab polynomial',
    forest: 'Random forest',
    mlp: 'Small network',
  } satisfies Record<ModelId, string>,

  /** By `RegionVerdict`: whether the pairs have shown the color. */
  coverage: {
    seen: 'seen',
    'partly-seen': 'partly seen',
    extrapolated: 'extrapolated',
  } satisfies Record<RegionVerdict, string>,
} as const;
