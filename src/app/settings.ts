/** What the user can set once and for all; kept in the plugin's data folder. */
import type { PhotoshopHost } from '../photoshop/photoshopHost';
import { MODEL_IDS, type ModelId } from '../engine/fit/alternatives/regressor';
import type { StackKind } from '../engine/project/projectLook';
import { GROUP_NAMINGS, type GroupNaming } from './groupName';
import { STACK_KINDS } from './look/layerOptions';

/** Long edge of the pictures that are matched: more finds finer geometry and takes longer. */
export const ANALYSIS_SIZES_PX = [600, 1200, 1800] as const;
export const CUBE_SIZES = [17, 33, 65] as const;

export type AnalysisSizePx = (typeof ANALYSIS_SIZES_PX)[number];
export type CubeSize = (typeof CUBE_SIZES)[number];

export interface Settings {
  readonly analysisLongEdgePx: AnalysisSizePx;
  readonly cubeSize: CubeSize;
  readonly layerKind: StackKind;
  readonly groupNaming: GroupNaming;
  /** How Match learns a look from colors. */
  readonly fitModel: ModelId;
  /** Whether the first steps are shown; until the user closes them. */
  readonly showGuide: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
  analysisLongEdgePx: 1200,
  cubeSize: 33,
  layerKind: 'classic',
  groupNaming: '{name}',
  fitModel: 'film',
  showGuide: true,
};

const FILE = 'settings.json';

/** What was saved, as far as it can still be read; defaults for the rest. */
export async function readSettings(host: PhotoshopHost): Promise<Settings> {
  const text = await host.readData(FILE);
  if (text === null) return DEFAULT_SETTINGS;
  const saved = parseRecord(text);
  const defaults = DEFAULT_SETTINGS;
  return {
    analysisLongEdgePx: oneOf(ANALYSIS_SIZES_PX, saved.analysisLongEdgePx, defaults.analysisLongEdgePx),
    cubeSize: oneOf(CUBE_SIZES, saved.cubeSize, defaults.cubeSize),
    layerKind: oneOf(STACK_KINDS, saved.layerKind, defaults.layerKind),
    groupNaming: oneOf(GROUP_NAMINGS, saved.groupNaming, defaults.groupNaming),
    fitModel: oneOf(MODEL_IDS, saved.fitModel, defaults.fitModel),
    showGuide: oneOf([true, false], saved.showGuide, defaults.showGuide),
  };
}

export function writeSettings(host: PhotoshopHost, settings: Settings): Promise<void> {
  return host.writeData(FILE, JSON.stringify(settings));
}

function oneOf<T>(choices: readonly T[], value: unknown, fallback: T): T {
  return choices.find((choice) => choice === value) ?? fallback;
}

function parseRecord(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
