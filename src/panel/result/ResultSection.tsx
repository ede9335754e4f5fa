import { TEXTS } from '../../app/texts';
import { Section } from '../Section';
import { useSelect } from '../sessionContext';
import { AlignmentQuality } from './AlignmentQuality';
import { ComparePreview } from './ComparePreview';
import { DifferenceNumbers } from './DifferenceNumbers';
import { WarningList } from './WarningList';

/** What came out: the pictures and the numbers. A style from a file has numbers only. */
export function ResultSection() {
  const name = useSelect((state) => state.style?.look.name ?? '');
  const hasEvidence = useSelect((state) => state.evidence !== null && state.style?.origin === 'match');
  return (
    <Section heading={hasEvidence ? TEXTS.result.heading : name} id="result">
      {hasEvidence && <ComparePreview />}
      <WarningList />
      <DifferenceNumbers />
      {hasEvidence && <AlignmentQuality />}
    </Section>
  );
}
