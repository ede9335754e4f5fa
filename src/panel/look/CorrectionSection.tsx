import { useMemo } from 'react';
import { RESIDUAL_AS_LEARNED, RESIDUAL_MAX, withResidual } from '../../app/look/lookEdits';
import { residualLevels } from '../../app/look/readouts';
import { TEXTS } from '../../app/texts';
import { FoldedSection } from '../FoldedSection';
import { useSelect, useSession } from '../sessionContext';
import { ValueSlider } from '../widgets/ValueSlider';

/** How strong the residual lattice is. */
export function CorrectionSection() {
  const session = useSession();
  const strength = useSelect((state) => state.editHistory.present.residual);
  const residual = useSelect((state) => state.style?.fitted.residual ?? null);
  const learned = useMemo(() => residual && residualLevels(residual), [residual]);
  const texts = TEXTS.lookStages.residual;
  const spread = (levels: number) =>
    strength === RESIDUAL_AS_LEARNED
      ? texts.spread(levels)
      : TEXTS.look.changed(texts.spread(levels), texts.spread((levels * strength) / 100));
  return (
    <FoldedSection
      heading={texts.heading}
      id="look-corrections"
      changed={learned !== null && strength !== RESIDUAL_AS_LEARNED}
    >
      {learned === null ? (
        <div className="ff-help">{texts.none}</div>
      ) : (
        <>
          <div className="ff-help">{texts.help}</div>
          <ValueSlider
            id="correction-strength"
            label={texts.strength}
            value={strength}
            min={0}
            max={RESIDUAL_MAX}
            reset={RESIDUAL_AS_LEARNED}
            help={texts.strengthHelp}
            note={texts.levels(spread(learned))}
            onChange={(value, moving) => session.look.edit((edits) => withResidual(edits, value), moving)}
          />
        </>
      )}
    </FoldedSection>
  );
}
