import { useRef } from 'react';
import { useWidgetEvent } from './useWidgetEvent';
import { useWidgetProperty } from './useWidgetProperty';

export interface CheckboxProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
  readonly title?: string;
  readonly id?: string;
}

/** On a line of its own, as wide as its label: a click beside the words is none on the checkbox. */
export function Checkbox({ label, checked, onChange, disabled = false, title, id }: CheckboxProps) {
  const ref = useRef<HTMLElement>(null);
  useWidgetProperty(ref, 'checked', checked);
  const read = (element: HTMLElement) => onChange((element as HTMLInputElement).checked);
  useWidgetEvent(ref, 'change', disabled ? undefined : read);
  return (
    <div className="ff-checkbox-line">
      <sp-checkbox
        ref={ref}
        id={id}
        class="ff-checkbox"
        checked={checked || undefined}
        disabled={disabled || undefined}
        title={title}
      >
        {label}
      </sp-checkbox>
    </div>
  );
}
