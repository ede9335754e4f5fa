import { TEXTS } from '../../app/texts';
import { NumberBar } from '../NumberBar';
import { useSelect } from '../sessionContext';

/** How far the photo is from the film, before and after: two bars, two numbers, and what they mean. */
export function DifferenceNumbers() {
  const metrics = useSelect((state) => state.style?.metrics ?? null);
  if (metrics === null) return null;
  const texts = TEXTS.difference;
  const { before, stack } = metrics;
  const longest = Math.max(before.mean, stack.mean, 1);
  return (
    <div className="ff-field" id="difference">
      <div className="ff-label">{texts.heading}</div>
      <NumberBar
        id="delta-e-before"
        label={texts.before}
        share={before.mean / longest}
        value={texts.value(before.mean)}
      />
      <NumberBar
        id="delta-e-after"
        label={texts.stack}
        share={stack.mean / longest}
        value={texts.value(stack.mean)}
        strong
      />
      <div className="ff-line">
        {texts.summary(before.mean, stack.mean)} {texts.spread(stack.median, stack.p95)}
      </div>
      <div className="ff-help">{texts.help}</div>
    </div>
  );
}
