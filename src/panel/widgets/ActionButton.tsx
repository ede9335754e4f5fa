import { useRef } from 'react';
import { useFocusWhileDisabled } from './useFocusWhileDisabled';
import { useWidgetEvent } from './useWidgetEvent';

export interface ActionButtonProps {
  readonly label: string;
  readonly onClick: () => void;
  readonly selected?: boolean;
  readonly quiet?: boolean;
  readonly disabled?: boolean;
  readonly title?: string;
  readonly id?: string;
}

/** A small button for a tool or a choice among a few. */
export function ActionButton(props: ActionButtonProps) {
  const { label, onClick, selected = false, quiet = false, disabled = false, title, id } = props;
  const ref = useRef<HTMLElement>(null);
  useWidgetEvent(ref, 'click', disabled ? undefined : onClick);
  useFocusWhileDisabled(ref, disabled);
  return (
    <sp-action-button
      ref={ref}
      id={id}
      class={selected ? 'ff-action ff-action-selected' : 'ff-action'}
      quiet={quiet || undefined}
      selected={selected || undefined}
      disabled={disabled || undefined}
      title={title}
    >
      {label}
    </sp-action-button>
  );
}
