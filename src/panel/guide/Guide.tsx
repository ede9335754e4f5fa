import { TEXTS } from '../../app/texts';
import { useSession } from '../sessionContext';
import { Button } from '../widgets/Button';
import { StepPicture } from './StepPicture';

/** Three steps with a picture each, until the user has seen them. */
export function Guide() {
  const session = useSession();
  return (
    <div className="ff-card" id="guide">
      <div className="ff-card-title">{TEXTS.guide.heading}</div>
      {TEXTS.guide.steps.map(({ title, text }, step) => (
        <div className="ff-step" key={title}>
          <StepPicture step={step} />
          <div className="ff-step-text">
            <div className="ff-step-title">{title}</div>
            <div className="ff-help">{text}</div>
          </div>
        </div>
      ))}
      <Button
        id="close-guide"
        label={TEXTS.guide.close}
        onClick={() => session.settings.change({ showGuide: false })}
      />
    </div>
  );
}
