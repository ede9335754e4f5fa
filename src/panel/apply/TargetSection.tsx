import { targetSpaceNote } from '../../app/targetSpaceNote';
import { TEXTS } from '../../app/texts';
import { ConvertOffer } from '../ConvertOffer';
import { Field } from '../Field';
import { Section } from '../Section';
import { useSelect, useSession } from '../sessionContext';
import { Checkbox } from '../widgets/Checkbox';
import { Dropdown } from '../widgets/Dropdown';

/** The document that the layers go into. */
export function TargetSection() {
  const session = useSession();
  const documents = useSelect((state) => state.documents);
  const target = useSelect((state) => state.targetDocumentId);
  const masked = useSelect((state) => state.maskFromSelection);
  const note = useSelect(targetSpaceNote);
  const texts = TEXTS.apply;
  return (
    <Section heading={texts.heading} id="apply-section">
      <Field label={texts.target} {...(note ? { help: note } : {})}>
        <Dropdown
          id="target"
          options={documents.map(({ id, name, unsupported }) => ({
            value: `${id}`,
            label: name,
            disabled: unsupported !== null,
          }))}
          selected={target === null ? null : `${target}`}
          placeholder={texts.noTarget}
          onSelect={(value) => session.applying.chooseTarget(Number(value))}
        />
      </Field>
      <ConvertOffer />
      <Checkbox
        id="mask"
        label={texts.maskFromSelection}
        checked={masked}
        onChange={session.applying.setMaskFromSelection}
      />
    </Section>
  );
}
