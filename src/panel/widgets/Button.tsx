import { useRef } from 'react';
import { useFocusWhileDisabled } from './useFocusWhileDisabled';
import { useWidgetEvent } from './useWidgetEvent';

export interface ButtonProps {
  readonly label: string;
  readonly onClick: () => void;
  /** `cta` is the one thing to do next; at most one on a screen. */
  readonly variant?: 'cta' | 'primary' | 'secondary';
  readonly disabled?: boolean;
  readonly title?: string;
  readonly id?: string;
}

export function Button({ label, onClick, variant = 'secondary', disabled = false, title, id }: ButtonProps) {
  const ref = useRef<HTMLElement>(null);
  useWidgetEvent(ref, 'click', disabled ? undefined : onClick);
  useFocusWhileDisabled(ref, disabled);
  return (
    <sp-button
      ref={ref}
      id={id}
      class="ff-button"
      variant={variant}
      disabled={disabled || undefined}
      title={title}
    >
      {label}
    </sp-button>
  );
}
