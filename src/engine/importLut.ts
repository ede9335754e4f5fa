/**
 * A table from elsewhere becomes a look like a fitted one: its readable stages (decomposeLook), the rest as residual, and
 * the layers that come nearest to it. Nothing is fitted to pictures: there are none.
 */
import { decomposeLook } from './fit/decomposeLook';
import type { Look } from './look';
import { isMonochrome } from './project/isMonochrome';
import { projectionTargets } from './project/projectionTargets';
import { projectLook, type Projection, type StackKind } from './project/projectLook';
import { createLutMapper } from './render/applyLut';
import { latticeColors } from './render/bakeLut';
import type { Lut3d } from './render/lut3d';
import { within, type Task } from './task';

export interface ImportLutInput {
  readonly lut: Lut3d;
  readonly name: string;
  /** @default 'classic' */
  readonly stack?: StackKind;
}

export interface ImportedLut {
  readonly look: Look;
  readonly projection: Projection;
}

/** Nodes of the residual, as in fitted looks; larger tables are read at these. */
const SIZE = 33;

export function* importLut({ lut, name, stack = 'classic' }: ImportLutInput): Task<ImportedLut> {
  yield { stage: 'fit', fraction: 0 };
  const mapper = createLutMapper(lut);
  const colors = latticeColors(SIZE);
  mapper(colors, colors, SIZE ** 3);
  const mapping = { size: SIZE, values: Float64Array.from(colors), space: lut.space };
  const monochrome = isMonochrome(projectionTargets(mapper, lut.space, []));
  const look = decomposeLook(mapping, { name, monochrome });
  yield { stage: 'fit', fraction: 0.3 };
  const projection = yield* within(projectLook(look, [], { stack }), 0.3, 1);
  return { look, projection };
}
