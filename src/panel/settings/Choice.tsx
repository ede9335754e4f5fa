import type { Settings } from '../../app/settings';
import { Field } from '../Field';
import { useSelect, useSession } from '../sessionContext';
import { Dropdown } from '../widgets/Dropdown';

export interface ChoiceProps<K extends keyof Settings> {
  readonly id: string;
  readonly setting: K;
  readonly label: string;
  readonly help?: string;
  readonly choices: readonly Settings[K][];
  readonly nameOf: (choice: Settings[K]) => string;
}

/** One setting among a few. */
export function Choice<K extends keyof Settings>(props: ChoiceProps<K>) {
  const { id, setting, label, help, choices, nameOf } = props;
  const session = useSession();
  const selected = useSelect((state) => state.settings[setting]);
  return (
    <Field label={label} {...(help ? { help } : {})}>
      <Dropdown
        id={id}
        options={choices.map((choice) => ({ value: `${choice}`, label: nameOf(choice) }))}
        selected={`${selected}`}
        onSelect={(value) => {
          const chosen = choices.find((choice) => `${choice}` === value);
          if (chosen !== undefined) session.settings.change({ [setting]: chosen });
        }}
      />
    </Field>
  );
}
