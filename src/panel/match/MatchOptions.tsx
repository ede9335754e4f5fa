import { useState } from 'react';
import { TEXTS } from '../../app/texts';
import { useSelect, useSession } from '../sessionContext';
import { ActionButton } from '../widgets/ActionButton';
import { Checkbox } from '../widgets/Checkbox';

/** What few pairs need; folded, unless something of it is chosen. */
export function MatchOptions() {
  const { matching } = useSession();
  const maskSky = useSelect((state) => state.maskSky);
  const hasPair = useSelect((state) => state.film !== null && state.digital !== null);
  const [isOpen, setOpen] = useState(maskSky);
  const texts = TEXTS.options;
  if (!hasPair) return null;
  return (
    <div id="match-options" className="ff-match-options">
      <ActionButton
        id="show-options"
        label={isOpen ? texts.hide : texts.show}
        quiet
        onClick={() => setOpen(!isOpen)}
      />
      {isOpen && (
        <>
          <Checkbox id="mask-sky" label={texts.maskSky} checked={maskSky} onChange={matching.maskSky} />
          <div className="ff-help">{texts.maskSkyHelp}</div>
        </>
      )}
    </div>
  );
}
