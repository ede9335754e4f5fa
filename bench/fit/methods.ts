/** Everything that the benchmark compares, from samples to a mapping of colors. */
import { fitLook } from '../../src/engine/fit/fitLook';
import type { Look } from '../../src/engine/look';
import { projectLook, type StackKind } from '../../src/engine/project/projectLook';
import { createLookMapper } from '../../src/engine/render/renderLook';
import { createStackMapper } from '../../src/engine/render/renderStack';
import type { ColorSamples } from '../../src/engine/sample/colorSamples';
import { runToEnd } from '../../src/engine/task';
import { compoundMatching, histogramMatching } from './peers/histogramMatching';
import { mongeKantorovich } from './peers/mongeKantorovich';
import type { Peer } from './peers/peer';
import { plainLattice } from './peers/plainLattice';
import { labPolynomial, rootPolynomial } from './peers/polynomials';
import { reinhard } from './peers/reinhard';

/** The look of the pairs fitted last: the stacks are projected from it, and their time is the projection's alone. */
let fitted: { readonly pairs: readonly ColorSamples[]; readonly look: Look } | null = null;

function lookOf(pairs: readonly ColorSamples[]): Look {
  if (fitted?.pairs !== pairs) fitted = { pairs, look: runToEnd(fitLook(pairs, { name: 'bench' })).value };
  return fitted.look;
}

const ourLook: Peer = {
  name: 'Filmfit look',
  fit(pairs) {
    return createLookMapper(lookOf(pairs));
  },
};

function ourStack(stack: StackKind, name: string): Peer {
  return {
    name,
    fit(pairs) {
      return createStackMapper(runToEnd(projectLook(lookOf(pairs), pairs, { stack })).value);
    },
  };
}

export const METHODS: readonly Peer[] = [
  ourLook,
  ourStack('classic', 'Filmfit stack, Classic'),
  ourStack('extended', 'Filmfit stack, Extended'),
  reinhard,
  mongeKantorovich,
  histogramMatching,
  compoundMatching,
  rootPolynomial,
  labPolynomial,
  plainLattice,
];
