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
  const value = useSelect((state) => state.editHistory.present.sliders[name]);
  const format = TEXTS.look.readouts[name];
  const learned = useSelect((state) => (state.style ? format(READOUTS[name](state.style.fitted)) : ''));
  const now = useSelect((state) => (state.style ? format(READOUTS[name](state.style.look)) : ''));
  return (
    <ValueSlider
      id={`look-${name}`}
      label={TEXTS.look.sliders[name]}
      value={value}
      min={-100}
      max={100}
      help={TEXTS.look.sliderHelp[name]}
      note={value === 0 ? learned : TEXTS.look.changed(learned, now)}
      onChange={(changed, moving) => session.look.edit((edits) => withSlider(edits, name, changed), moving)}
    />
  );
}
