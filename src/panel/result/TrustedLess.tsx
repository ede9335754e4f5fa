import { TEXTS } from '../../app/texts';
import { Explained } from '../Explained';
import { useSelect } from '../sessionContext';

/** Which places of the pair the look was learned from less, or not at all. */
export function TrustedLess() {
  const masked = useSelect((state) => state.evidence?.masked ?? null);
  if (masked === null) return null;
  const text = TEXTS.colors.trustedLess(masked);
  if (text === '') return null;
  return (
    <Explained id="trusted-less" help={TEXTS.colors.trustedLessHelp}>
      <div className="ff-help" id="trusted-less">
        {text}
      </div>
    </Explained>
  );
}
