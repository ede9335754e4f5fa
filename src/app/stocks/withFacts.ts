import type { Look, LookProvenance } from '../../engine/look';
import type { CurrentStyle } from '../currentStyle';

/** What the user wrote about the film stays true of it: its stock, scanner, lab. */
export function withFacts(style: CurrentStyle, facts: LookProvenance): CurrentStyle {
  const tell = (look: Look): Look => ({ ...look, provenance: { ...facts, ...look.provenance } });
  return { ...style, fitted: tell(style.fitted), look: tell(style.look) };
}
