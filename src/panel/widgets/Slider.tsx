import { useRef } from 'react';
import { useWidgetEvent } from './useWidgetEvent';
import { useWidgetProperty } from './useWidgetProperty';

export interface SliderProps {
  readonly min: number;
  readonly max: number;
  readonly value: number;
  /** While the knob moves; whole steps only. */
  readonly onInput: (value: number) => void;
  /** When the knob is let go. */
  readonly onChange?: (value: number) => void;
  readonly title?: string;
  readonly id?: string;
}

/** UXP's slider counts whole numbers, so callers scale theirs; the value is shown beside it, not by it. */
export function Slider({ min, max, value, onInput, onChange, title, id }: SliderProps) {
  const ref = useRef<HTMLElement>(null);
  useWidgetProperty(ref, 'value', value);
  const read = (element: HTMLElement) => Math.round(Number((element as HTMLInputElement).value));
  useWidgetEvent(ref, 'input', (element) => onInput(read(element)));
  useWidgetEvent(ref, 'change', (element) => (onChange ?? onInput)(read(element)));
  return (
    <sp-slider
      ref={ref}
      id={id}
      class="ff-slider"
      min={min}
      max={max}
      value={value}
      show-value="false"
      title={title}
    />
  );
}
