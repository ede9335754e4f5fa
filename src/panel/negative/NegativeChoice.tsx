import { NEGATIVE_CHOICES } from '../../engine/negative/invertPairs';
import { TEXTS } from '../../app/texts';
import { Field } from '../Field';
import { useSelect, useSession } from '../sessionContext';
import { Dropdown } from '../widgets/Dropdown';

export interface NegativeChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
}

/** What a scan is, where the user knows better than Filmfit. */
export function NegativeChoice({ id, label, help }: NegativeChoiceProps) {
  const { negatives } = useSession();
  const negative = useSelect((state) => state.negative);
  return (
    <Field label={label} {...(help ? { help } : {})}>
      <Dropdown
        id={id}
        options={NEGATIVE_CHOICES.map((value) => ({ value, label: TEXTS.negative.choices[value] }))}
        selected={negative}
        onSelect={(value) => {
          const chosen = NEGATIVE_CHOICES.find((each) => each === value);
          if (chosen) negatives.choose(chosen);
        }}
      />
    </Field>
  );
}
