import { MODEL_IDS } from '../../engine/fit/alternatives/regressor';
import { TEXTS } from '../../app/texts';
import { Explained } from '../Explained';
import { NumberBar } from '../NumberBar';
import { Section } from '../Section';
import { useSelect, useSession } from '../sessionContext';
import { Button } from '../widgets/Button';
import { Dropdown } from '../widgets/Dropdown';

/** Which model made the look, which others there are, and how each does on colors that it has not seen. */
export function ModelSection() {
  const { models } = useSession();
  const model = useSelect((state) => state.settings.fitModel);
  const busy = useSelect((state) => state.progress !== null);
  const texts = TEXTS.model;
  return (
    <Section heading={texts.heading} id="model">
      <Dropdown
        id="fit-model"
        options={MODEL_IDS.map((value) => ({ value, label: TEXTS.models[value] }))}
        selected={model}
        onSelect={(value) => {
          const chosen = MODEL_IDS.find((each) => each === value);
          if (chosen) models.choose(chosen);
        }}
      />
      <div className="ff-help">
        {texts.about[model]} {texts.choiceHelp}
      </div>
      <ModelScores />
      <div className="ff-button-wrap ff-after-list">
        <Button
          id="compare-models"
          label={texts.compare}
          title={texts.compareHelp}
          disabled={busy}
          onClick={() => void models.compare()}
        />
      </div>
    </Section>
  );
}

function ModelScores() {
  const scores = useSelect((state) => state.modelScores);
  const used = useSelect((state) => state.evidence?.model ?? null);
  const texts = TEXTS.model;
  if (scores === null) return null;
  if (scores.length === 0) return <div className="ff-help">{texts.tooFew}</div>;
  const longest = Math.max(...scores.map(({ heldOut }) => heldOut.mean));
  return (
    <div className="ff-field" id="model-scores">
      <Explained id="model-scores" help={texts.heldOutHelp}>
        <div className="ff-label">{texts.heldOut}</div>
      </Explained>
      {scores.map(({ model, heldOut, training }) => (
        <NumberBar
          key={model}
          id={`score-${model}`}
          label={TEXTS.models[model]}
          share={heldOut.mean / longest}
          value={texts.score(heldOut.mean, training.mean)}
          strong={model === used}
          wide
        />
      ))}
    </div>
  );
}
