import { formatNumber } from '../../app/formatNumber';
import { TEXTS } from '../../app/texts';
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
      <Bar label={texts.before} value={before.mean} share={before.mean / longest} kind="before" />
      <Bar label={texts.stack} value={stack.mean} share={stack.mean / longest} kind="after" />
      <div className="ff-line">
        {texts.summary(before.mean, stack.mean)} {texts.spread(stack.median, stack.p95)}
      </div>
      <div className="ff-help">{texts.help}</div>
    </div>
  );
}

interface BarProps {
  readonly label: string;
  readonly value: number;
  readonly share: number;
  readonly kind: 'before' | 'after';
}

function Bar({ label, value, share, kind }: BarProps) {
  return (
    <div className="ff-bar-row" id={`delta-e-${kind}`}>
      <div className="ff-bar-label">{label}</div>
      <div className="ff-bar-track">
        <div className={`ff-bar ff-bar-${kind}`} style={{ width: `${100 * share}%` }} />
      </div>
      <div className="ff-bar-value">{`${TEXTS.difference.unit} ${formatNumber(value, 1)}`}</div>
    </div>
  );
}
