import type { ReactNode } from 'react';

export interface SectionProps {
  readonly heading: string;
  readonly children: ReactNode;
  readonly id?: string;
}

export function Section({ heading, children, id }: SectionProps) {
  return (
    <div className="ff-section" id={id}>
      <div className="ff-heading">{heading}</div>
      {children}
    </div>
  );
}
