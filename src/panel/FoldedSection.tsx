import { useState, type ReactNode } from 'react';
import { TEXTS } from '../app/texts';

export interface FoldedSectionProps {
  readonly heading: string;
  readonly id: string;
  /** Whether something in it is not as it was: it is not forgotten when it is folded away. */
  readonly changed: boolean;
  readonly children: ReactNode;
}

/** A section for those who want it: its heading unfolds it. */
export function FoldedSection({ heading, id, changed, children }: FoldedSectionProps) {
  const [open, setOpen] = useState(false);
  const mark = changed ? ` (${TEXTS.lookStages.changed})` : '';
  return (
    <div className="ff-section" id={id}>
      <button
        className={open ? 'ff-fold ff-fold-open' : 'ff-fold'}
        id={`${id}-fold`}
        onClick={() => setOpen(!open)}
      >
        {`${open ? '▾' : '▸'} ${heading}${mark}`}
      </button>
      {open && children}
    </div>
  );
}
