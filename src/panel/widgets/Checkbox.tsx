import { useRef } from 'react';
import { useWidgetEvent } from './useWidgetEvent';
import { useWidgetProperty } from './useWidgetProperty';

export interface CheckboxProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly title?: string;
  readonly id?: string;
}

export function Checkbox({ label, checked, onChange, title, id }: CheckboxProps) {
  const ref = useRef<HTMLElement>(null);
  useWidgetProperty(ref, 'checked', checked);
  useWidgetEvent(ref, 'change', (element) => onChange((element as HTMLInputElement).checked));
  return (
    <sp-checkbox ref={ref} id={id} class="ff-checkbox" checked={checked || undefined} title={title}>
      {label}
    </sp-checkbox>
  );
}
