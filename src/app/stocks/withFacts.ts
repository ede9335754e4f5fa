import type { Look, LookProvenance } from '../../engine/look';

/** What the user wrote about the film stays true of it: its stock, scanner, lab. */
export function withFacts(look: Look, facts: LookProvenance): Look {
  return { ...look, provenance: { ...facts, ...look.provenance } };
}
