import type { ReactNode } from 'react';

export interface FieldProps {
  readonly label: string;
  /** What is set, shown at the end of the label's line. */
  readonly value?: string;
  readonly help?: string;
  readonly children: ReactNode;
}

/** A control with its label above it. */
export function Field({ label, value, help, children }: FieldProps) {
  return (
    <div className="ff-field">
      <div className="ff-label-row">
        <div className="ff-label">{label}</div>
        {value !== undefined && <div className="ff-value">{value}</div>}
      </div>
      {children}
      {help && <div className="ff-help">{help}</div>}
    </div>
  );
}
