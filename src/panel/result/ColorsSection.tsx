import { hexColor } from '../../app/look/hueWheel';
import { TEXTS } from '../../app/texts';
import { Explained } from '../Explained';
import { Section } from '../Section';
import { useSelect } from '../sessionContext';
import { TrustedLess } from './TrustedLess';

/** What the scene is made of, how near each color came to the film, and which colors are guesses. */
export function ColorsSection() {
  const confidence = useSelect((state) => state.evidence?.confidence ?? null);
  const nuisances = useSelect((state) => state.evidence?.nuisances ?? null);
  const texts = TEXTS.colors;
  if (confidence === null) return null;
  const guessed = confidence.regions.filter(({ verdict }) => verdict === 'extrapolated');
  return (
    <Section heading={texts.heading} id="colors">
      <Explained id="colors" help={texts.help}>
        <div className="ff-label-row">
          <div className="ff-label">{texts.pictures}</div>
          <div className="ff-label">{texts.numbers}</div>
        </div>
      </Explained>
      <div className="ff-colors">
        {confidence.clusters.map(({ region, share, digital, film, before, look }) => (
          <div className="ff-color" key={region}>
            <div className="ff-color-swatch" style={{ backgroundColor: hexColor(digital) }} />
            <div className="ff-color-swatch" style={{ backgroundColor: hexColor(film) }} />
            <div className="ff-color-name ff-ellipsis" title={TEXTS.regions[region]}>
              {TEXTS.regions[region]}
            </div>
            <div className="ff-color-value">{texts.cluster(share, before, look)}</div>
          </div>
        ))}
      </div>
      {guessed.length > 0 && (
        <div className="ff-line" id="guessed-colors">
          {texts.guessed(guessed.map(({ region }) => TEXTS.regions[region]))}
        </div>
      )}
      <TrustedLess />
      {nuisances && (
        <Explained id="frame" help={texts.frameHelp}>
          <div className="ff-help">
            {texts.frame(nuisances.vignetteEv, nuisances.castEv)}
            {nuisances.offsetsKnown && ` ${texts.frameOffsets(nuisances.light, nuisances.lab)}`}
          </div>
        </Explained>
      )}
    </Section>
  );
}
