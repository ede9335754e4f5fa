import { TEXTURE_MAX, TEXTURE_SIZE } from '../../app/look/layerOptions';
import { TEXTS } from '../../app/texts';
import { Section } from '../Section';
import { useSelect, useSession } from '../sessionContext';
import { Checkbox } from '../widgets/Checkbox';
import { ValueSlider } from '../widgets/ValueSlider';

/** Percent. */
const AS_MEASURED = 100;
const TEXTURES = ['grain', 'halation'] as const;
/** The option that holds the size of each. */
const SIZES = { grain: 'grainSize', halation: 'halationRadius' } as const;

/** How much of the film's grain and halation goes into the document, where the look holds any. */
export function TextureSection() {
  const { look } = useSession();
  const grain = useSelect((state) => state.style?.look.grain ?? null);
  const halation = useSelect((state) => state.style?.look.halation ?? null);
  const evidence = useSelect((state) => (state.style?.origin === 'match' ? state.evidence : null));
  const percents = {
    grain: useSelect((state) => state.layerOptions.grain),
    halation: useSelect((state) => state.layerOptions.halation),
  };
  const sizes = {
    grain: useSelect((state) => state.layerOptions.grainSize),
    halation: useSelect((state) => state.layerOptions.halationRadius),
  };
  const known = { grain, halation };
  const measured = TEXTURES.filter((texture) => known[texture]);
  const texts = TEXTS.texture;
  return (
    <Section heading={texts.heading} id="texture-section">
      {measured.map((texture) => (
        <div key={texture}>
          <Checkbox
            id={`with-${texture}`}
            label={texts.with[texture]}
            checked={percents[texture] > 0}
            onChange={(on) => look.changeLayers({ [texture]: on ? AS_MEASURED : 0 })}
          />
          {percents[texture] > 0 && (
            <>
              <ValueSlider
                id={texture}
                label={texts.percent(texts[texture])}
                value={percents[texture]}
                min={0}
                max={TEXTURE_MAX}
                reset={AS_MEASURED}
                help={texts.help}
                onChange={(value) => look.changeLayers({ [texture]: value })}
              />
              <ValueSlider
                id={`${texture}-size`}
                label={texts.size[texture]}
                value={sizes[texture]}
                min={TEXTURE_SIZE.min}
                max={TEXTURE_SIZE.max}
                reset={AS_MEASURED}
                help={texts.sizeHelp[texture]}
                onChange={(value) => look.changeLayers({ [SIZES[texture]]: value })}
              />
            </>
          )}
        </div>
      ))}
      {TEXTURES.map((texture) => {
        const refusal = evidence?.texture?.[texture]?.refusal;
        return refusal ? (
          <div key={texture} className="ff-help" id={`no-${texture}`}>
            {texts.refusals[refusal]}
          </div>
        ) : null;
      })}
      {measured.length > 0 && <div className="ff-help">{texts.help}</div>}
      {measured.length === 0 && !evidence?.texture && <div className="ff-help">{texts.none}</div>}
    </Section>
  );
}
