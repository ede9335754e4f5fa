import { useRef } from 'react';
import { useWidgetEvent } from './useWidgetEvent';
import { useWidgetProperty } from './useWidgetProperty';

export interface CheckboxProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function Checkbox({ label, checked, onChange }: CheckboxProps) {
  const ref = useRef<HTMLElement>(null);
  useWidgetProperty(ref, 'checked', checked);
  useWidgetEvent(ref, 'change', (element) => onChange((element as HTMLInputElement).checked));
  return (
    <sp-checkbox ref={ref} class="ff-checkbox" checked={checked || undefined}>
      {label}
    </sp-checkbox>
  );
}
