import { formatPercent } from '../../app/formatNumber';
import { TEXTS } from '../../app/texts';
import { Field } from '../Field';
import { Section } from '../Section';
import { useSelect, useSession } from '../sessionContext';
import { Checkbox } from '../widgets/Checkbox';
import { Dropdown } from '../widgets/Dropdown';
import { Slider } from '../widgets/Slider';

/** Where the layers go, and how strong they are. The button itself stands in the footer. */
export function ApplySection() {
  const session = useSession();
  const documents = useSelect((state) => state.documents);
  const target = useSelect((state) => state.targetDocumentId);
  const strength = useSelect((state) => state.strength);
  const masked = useSelect((state) => state.maskFromSelection);
  const layers = useSelect((state) => state.style?.stack.layers);
  const texts = TEXTS.apply;
  return (
    <Section heading={texts.heading} id="apply-section">
      <Field label={texts.target}>
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
      <Field label={texts.strength} value={formatPercent(strength / 100)} help={texts.strengthHelp}>
        <Slider id="strength" min={0} max={100} value={strength} onInput={session.applying.setStrength} />
      </Field>
      <Checkbox
        label={texts.maskFromSelection}
        checked={masked}
        onChange={session.applying.setMaskFromSelection}
      />
      {layers && <div className="ff-help">{texts.layers(layers.map((layer) => layer.name))}</div>}
    </Section>
  );
}
