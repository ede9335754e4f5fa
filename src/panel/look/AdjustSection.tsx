import { SLIDER_NAMES, withSlider, type SliderName } from '../../app/look/lookEdits';
import { READOUTS } from '../../app/look/readouts';
import { TEXTS } from '../../app/texts';
import { StrengthSlider } from '../apply/StrengthSlider';
import { Section } from '../Section';
import { useSelect, useSession } from '../sessionContext';
import { ValueSlider } from '../widgets/ValueSlider';

/** Light, contrast and saturation. Zero is what was learned from the film. */
export function AdjustSection() {
  return (
    <Section heading={TEXTS.look.slidersHeading} id="look-adjust">
      <div className="ff-help">{TEXTS.look.slidersHelp}</div>
      {SLIDER_NAMES.map((name) => (
        <LookSlider key={name} name={name} />
      ))}
      <StrengthSlider />
    </Section>
  );
}

function LookSlider({ name }: { readonly name: SliderName }) {
  const session = useSession();
  const edits = useSelect((state) => state.editHistory.present);
  const learned = useSelect((state) => (state.style ? READOUTS[name](state.style.fitted) : 0));
  const now = useSelect((state) => (state.style ? READOUTS[name](state.style.look) : 0));
  const value = edits.sliders[name];
  const format = TEXTS.look.readouts[name];
  return (
    <ValueSlider
      id={`look-${name}`}
      label={TEXTS.look.sliders[name]}
      value={value}
      min={-100}
      max={100}
      help={TEXTS.look.sliderHelp[name]}
      note={value === 0 ? format(learned) : TEXTS.look.changed(format(learned), format(now))}
      onChange={(changed, moving) => session.look.edit(withSlider(edits, name, changed), moving)}
    />
  );
}
