import { useRef } from 'react';
import { useWidgetEvent } from './useWidgetEvent';
import { useWidgetProperty } from './useWidgetProperty';

export interface TextFieldProps {
  readonly value: string;
  /** When the field is left or Enter is pressed. */
  readonly onChange?: (value: string) => void;
  readonly onInput?: (value: string) => void;
  readonly placeholder?: string;
  readonly title?: string;
  readonly id?: string;
}

export function TextField({ value, onChange, onInput, placeholder, title, id }: TextFieldProps) {
  const ref = useRef<HTMLElement>(null);
  useWidgetProperty(ref, 'value', value);
  const listener = (handle: ((value: string) => void) | undefined) =>
    handle && ((element: HTMLElement) => handle((element as HTMLInputElement).value));
  useWidgetEvent(ref, 'change', listener(onChange));
  useWidgetEvent(ref, 'input', listener(onInput));
  return (
    <sp-textfield
      ref={ref}
      id={id}
      class="ff-textfield"
      value={value}
      placeholder={placeholder}
      title={title}
    />
  );
}
