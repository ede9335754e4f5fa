import { useRef } from 'react';
import { formatNumber } from '../../app/formatNumber';
import { parseNumber, stepBy } from '../../app/numberEntry';
import { useWidgetEvent } from './useWidgetEvent';
import { useWidgetProperty } from './useWidgetProperty';

export interface NumberFieldProps {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** Places behind the decimal point; none when it is not given. */
  readonly decimals?: number;
  readonly onChange: (value: number) => void;
  readonly title?: string;
  readonly id?: string;
}

/** A number: typed, or moved with the arrow keys by a step of its last decimal (Shift: by ten). What is no number leaves the value as it is. */
export function NumberField({ value, min, max, decimals = 0, onChange, title, id }: NumberFieldProps) {
  const ref = useRef<HTMLElement>(null);
  const text = formatNumber(value, decimals);
  useWidgetProperty(ref, 'value', text);
  useWidgetEvent(ref, 'change', (element) => {
    const typed = parseNumber((element as HTMLInputElement).value, { min, max, decimals });
    if (typed !== null && typed !== value) onChange(typed);
    else (element as HTMLInputElement).value = text;
  });
  useWidgetEvent(ref, 'keydown', (_element, event) => {
    const moved = stepBy(value, event as KeyboardEvent, { min, max, decimals });
    if (moved === null) return;
    event.preventDefault();
    if (moved !== value) onChange(moved);
  });
  return <sp-textfield ref={ref} id={id} class="ff-number" value={text} quiet title={title} />;
}
