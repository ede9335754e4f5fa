import { FILM_FORMAT_IDS } from '../../engine/grain/filmFormats';
import { textureWords } from '../../app/negative/textureWords';
import { TEXTS } from '../../app/texts';
import { Explained } from '../Explained';
import { Section } from '../Section';
import { useSelect, useSelectCalmly } from '../sessionContext';
import { Choice } from '../settings/Choice';
import { HalationChart } from './HalationChart';

/** What was measured of grain and halation, or why not, with the pictures to judge it by. */
export function TextureReport() {
  const look = useSelectCalmly((state) => state.style?.look ?? null);
  const texture = useSelect((state) =>
    state.style?.origin === 'match' ? (state.evidence?.texture ?? null) : null,
  );
  const pictures = useSelect((state) => state.grainPictures);
  const format = useSelect((state) => state.settings.filmFormat);
  if (look === null) return null;
  const texts = TEXTS.texture;
  const words = textureWords(look, texture, format);
  return (
    <Section heading={texts.reportHeading} id="texture-report">
      <Explained id="grain" help={texts.grainHelp}>
        <div className="ff-line" id="grain-words">
          {words.grain}
        </div>
      </Explained>
      {look.grain && (
        <Choice
          id="film-format"
          setting="filmFormat"
          label={texts.format}
          help={texts.formatHelp}
          choices={FILM_FORMAT_IDS}
          nameOf={(each) => texts.formats[each]}
        />
      )}
      {pictures && (
        <div className="ff-grain" id="grain-pictures">
          <GrainPiece url={pictures.filmUrl} name={texts.filmPiece} />
          <GrainPiece url={pictures.oursUrl} name={texts.ourPiece} />
        </div>
      )}
      <Explained id="halation" help={texts.halationHelp}>
        <div className="ff-line" id="halation-words">
          {words.halation}
        </div>
      </Explained>
      {texture?.halationProfile && <HalationChart profile={texture.halationProfile} />}
    </Section>
  );
}

function GrainPiece({ url, name }: { readonly url: string; readonly name: string }) {
  return (
    <div className="ff-grain-piece">
      <img className="ff-grain-picture" alt="" src={url} />
      <div className="ff-help">{name}</div>
    </div>
  );
}
