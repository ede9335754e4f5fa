import { findSource } from '../../app/pictureSources';
import type { SessionState } from '../../app/state';
import { fillBlanks } from '../../app/fillBlanks';
import { TEXTS } from '../../app/texts';
import { whatIsMissing } from '../../app/whatIsMissing';
import { Card } from '../Card';
import { ConvertOffer } from '../ConvertOffer';
import { useSelect } from '../sessionContext';

/** Says what has to be done before Match can run. */
export function MissingCard() {
  const ready = useSelect((state) => state.ready);
  const missing = useSelect(whatIsMissing);
  const reason = useSelect(unsupportedReason);
  if (!ready || missing === null) return null;
  const { title, remedy } = TEXTS.missing[missing];
  return (
    <Card id="missing" text={{ title, remedy: fillBlanks(remedy, { reason }) }}>
      <ConvertOffer />
    </Card>
  );
}

function unsupportedReason(state: SessionState): string {
  for (const source of [state.film, state.digital]) {
    const reason = findSource(state.documents, source)?.unsupported;
    if (reason) return TEXTS.unsupported[reason];
  }
  return '';
}
