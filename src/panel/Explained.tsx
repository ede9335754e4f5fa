import { useState, type ReactNode } from 'react';
import { TEXTS } from '../app/texts';

export interface ExplainedProps {
  readonly id: string;
  readonly help: string;
  /** The number, or the line of numbers, that is explained. */
  readonly children: ReactNode;
}

/** A number with its explanation one click, or Tab and Space, away: UXP has no tooltips for the keyboard. */
export function Explained({ id, help, children }: ExplainedProps) {
  const [shown, setShown] = useState(false);
  return (
    <>
      <div className="ff-explained">
        <div className="ff-explained-part">{children}</div>
        <button
          id={`${id}-help`}
          className={shown ? 'ff-help-mark ff-help-mark-open' : 'ff-help-mark'}
          title={TEXTS.help}
          onClick={() => setShown(!shown)}
        >
          ?
        </button>
      </div>
      {shown && (
        <div className="ff-help" id={`${id}-help-text`}>
          {help}
        </div>
      )}
    </>
  );
}
