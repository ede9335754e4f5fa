import { useState } from 'react';
import { HUE_NAMES, withHue, type HueEdit, type HueName } from '../../app/look/lookEdits';
import { TEXTS } from '../../app/texts';
import { Section } from '../Section';
import { useSelect, useSession } from '../sessionContext';
import { Segments } from '../widgets/Segments';
import { ValueSlider } from '../widgets/ValueSlider';
import { HueWheel } from './HueWheel';

const FIELDS: readonly (keyof HueEdit)[] = ['shift', 'saturation', 'lightness'];

/** Where each hue goes, and six of them to change. */
export function HueSection() {
  const session = useSession();
  const [hue, setHue] = useState<HueName>('red');
  const hues = useSelect((state) => state.editHistory.present.hues);
  const texts = TEXTS.look;
  return (
    <Section heading={texts.huesHeading} id="look-hues">
      <HueWheel
        selected={hue}
        onSelect={setHue}
        onMove={(name, edit, moving) => session.look.edit((edits) => withHue(edits, name, edit), moving)}
      />
      <div className="ff-help">{texts.wheelHelp}</div>
      <Segments
        options={HUE_NAMES.map((value) => ({ value, label: texts.hueNames[value] }))}
        selected={hue}
        onSelect={setHue}
      />
      {FIELDS.map((field) => (
        <ValueSlider
          key={`${hue}-${field}`}
          id={`hue-${field}`}
          label={texts.hueOf(texts.hueNames[hue], texts.hueSliders[field])}
          value={hues[hue][field]}
          min={-100}
          max={100}
          help={texts.hueHelp[field]}
          onChange={(value, moving) =>
            session.look.edit((edits) => withHue(edits, hue, { [field]: value }), moving)
          }
        />
      ))}
    </Section>
  );
}
