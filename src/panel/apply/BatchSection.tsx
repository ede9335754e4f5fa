import { TEXTS } from '../../app/texts';
import { Section } from '../Section';
import { useSelect, useSession } from '../sessionContext';
import { Button } from '../widgets/Button';

/** The same look onto every open document, and what became of each. */
export function BatchSection() {
  const { applying } = useSession();
  const busy = useSelect((state) => state.applying);
  const count = useSelect((state) => state.documents.length);
  const results = useSelect((state) => state.batchResults);
  if (count < 2 && results === null) return null;
  return (
    <Section heading={TEXTS.apply.batchHeading} id="batch">
      <Button
        id="apply-all"
        label={TEXTS.apply.all}
        disabled={busy}
        onClick={() => void applying.applyToAll()}
      />
      {results?.map(({ name, done, text }, index) => (
        <div key={index} className={done ? 'ff-row' : 'ff-row ff-row-failed'}>
          <div className="ff-ellipsis" title={name}>
            {`${done ? '✓' : '✕'} ${name}`}
          </div>
          <div className="ff-help">{text}</div>
        </div>
      ))}
    </Section>
  );
}
