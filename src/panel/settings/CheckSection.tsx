import type { PhotoshopCheck } from '../../app/state';
import { TEXTS } from '../../app/texts';
import { Explained } from '../Explained';
import { Section } from '../Section';
import { useSelect, useSession } from '../sessionContext';
import { Button } from '../widgets/Button';

/** “Check this Photoshop”: what it does, and what it found. */
export function CheckSection() {
  const { settings } = useSession();
  const check = useSelect((state) => state.check);
  const running = check === 'running';
  const texts = TEXTS.settings;
  return (
    <Section heading={texts.checkHeading} id="check">
      <div className="ff-help">{texts.checkHelp}</div>
      {check !== null && !running && <CheckResult check={check} />}
      <div className="ff-button-wrap">
        <Button
          id="check-photoshop"
          label={running ? texts.checking : texts.check}
          disabled={running}
          onClick={() => void settings.checkPhotoshop()}
        />
        {check !== null && !running && (
          <Button id="save-check" label={texts.saveCheck} onClick={() => void settings.saveCheck()} />
        )}
      </div>
    </Section>
  );
}

function CheckResult({ check }: { readonly check: PhotoshopCheck }) {
  const { passed, failed, hostVersion, worstLayer } = check;
  const texts = TEXTS.settings;
  return (
    <div
      className={failed.length > 0 ? 'ff-notice ff-notice-notice' : 'ff-notice ff-notice-positive'}
      id="check-result"
    >
      <div className="ff-notice-text">
        <div className="ff-notice-title">
          {failed.length > 0
            ? texts.checkFailed(failed.length, passed + failed.length, hostVersion)
            : texts.checkPassed(passed, hostVersion)}
        </div>
        {failed.map((name) => (
          <div key={name} className="ff-notice-line">
            {name}
          </div>
        ))}
        {worstLayer && (
          <Explained id="check-worst" help={texts.checkWorstHelp}>
            <div className="ff-notice-line">{texts.checkWorst(worstLayer.name, worstLayer.levels)}</div>
          </Explained>
        )}
      </div>
    </div>
  );
}
