import { TEXTS } from '../../app/texts';
import { useSelect, useSession } from '../sessionContext';
import { ValueSlider } from '../widgets/ValueSlider';

/** How far the picture goes towards the look. */
export function StrengthSlider() {
  const { look } = useSession();
  const strength = useSelect((state) => state.layerOptions.strength);
  const texts = TEXTS.apply;
  return (
    <ValueSlider
      id="strength"
      label={`${texts.strength} (%)`}
      value={strength}
      min={0}
      max={100}
      reset={100}
      help={texts.strengthMeaning}
      onChange={(value) => look.changeLayers({ strength: value })}
    />
  );
}
