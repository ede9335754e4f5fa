import { TEXTURE_MAX } from '../../app/look/layerOptions';
import { TEXTS } from '../../app/texts';
import { Section } from '../Section';
import { useSelect, useSession } from '../sessionContext';
import { ValueSlider } from '../widgets/ValueSlider';

const TEXTURES = ['grain', 'halation'] as const;

/** How much of the film's grain and halation goes into the document, where the look holds any. */
export function TextureSection() {
  const { look } = useSession();
  const style = useSelect((state) => state.style);
  const options = useSelect((state) => state.layerOptions);
  const measured = TEXTURES.filter((texture) => style?.look[texture]);
  const texts = TEXTS.texture;
  return (
    <Section heading={texts.heading} id="texture-section">
      {measured.map((texture) => (
        <ValueSlider
          key={texture}
          id={texture}
          label={texts.percent(texts[texture])}
          value={options[texture]}
          min={0}
          max={TEXTURE_MAX}
          reset={0}
          onChange={(value) => look.changeLayers({ [texture]: value })}
        />
      ))}
      <div className="ff-help">{measured.length > 0 ? texts.help : texts.none}</div>
    </Section>
  );
}
