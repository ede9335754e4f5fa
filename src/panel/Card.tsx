import type { ReactNode } from 'react';
import type { TextWithRemedy } from '../app/texts';

export interface CardProps {
  readonly text: TextWithRemedy;
  readonly id?: string;
  readonly children?: ReactNode;
}

/** Says in a few words what to do here. */
export function Card({ text, id, children }: CardProps) {
  return (
    <div className="ff-card" id={id}>
      <div className="ff-card-title">{text.title}</div>
      <div className="ff-card-text">{text.remedy}</div>
      {children}
    </div>
  );
}
