import type { ReactNode } from 'react';

export interface ScreenProps {
  readonly children: ReactNode;
  /** What stays in sight above while the rest scrolls. */
  readonly above?: ReactNode;
}

export function Screen({ children, above }: ScreenProps) {
  return (
    <>
      {above && <div className="ff-above">{above}</div>}
      <div className="ff-body">
        <div className="ff-screen">{children}</div>
      </div>
    </>
  );
}
