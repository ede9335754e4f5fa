/** What a user should know about a match before relying on it, beside what the engine itself warns of. */
import type { EstimateWarning } from '../engine/estimation';
import type { DocumentSummary } from '../photoshop/photoshopHost';
import { alignmentQuality } from './alignmentQuality';
import { formatPercent } from './formatNumber';
import type { Evidence } from './evidence';
import type { StyleMetrics } from '../formats/style/style';

/** Below this share the rest of the photo is guesswork. */
const SMALL_OVERLAP = 0.5;
/** Mean ΔE2000 that one sees without comparing. */
const LARGE_DIFFERENCE = 6;

export function matchWarnings(
  evidence: Pick<Evidence, 'alignment' | 'digital'>,
  metrics: StyleMetrics,
  documents: readonly DocumentSummary[],
): readonly EstimateWarning[] {
  const { alignment, digital } = evidence;
  const grade = alignmentQuality(alignment, Math.max(digital.width, digital.height));
  const warnings: EstimateWarning[] = [];
  const warn = (code: string, values: EstimateWarning['values'] = {}) => warnings.push({ code, values });
  if (grade === 'fair' || grade === 'poor') warn('align.unsure');
  if (alignment.overlap < SMALL_OVERLAP) {
    warn('align.small-overlap', { overlap: formatPercent(alignment.overlap) });
  }
  if (metrics.stack.mean >= metrics.before.mean) warn('difference.not-better');
  else if (metrics.stack.mean > LARGE_DIFFERENCE) warn('difference.large');
  for (const { name, profileKnown, profileName } of documents) {
    if (!profileKnown && profileName !== '') warn('profile.unknown', { name });
  }
  return warnings;
}
