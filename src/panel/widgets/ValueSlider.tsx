import type { ReactNode } from 'react';
import { TEXTS } from '../../app/texts';
import { Explained } from '../Explained';
import { ActionButton } from './ActionButton';
import { NumberField } from './NumberField';
import { Slider } from './Slider';
import { useDoubleClick } from './useDoubleClick';

export interface ValueSliderProps {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** @param moving whether the knob is still being moved */
  readonly onChange: (value: number, moving: boolean) => void;
  /** Where a double click on the name, or the arrow beside it, goes back to. @default 0 */
  readonly reset?: number;
  /** Beside the name: what the number means. */
  readonly note?: ReactNode;
  readonly help: string;
}

/** A slider with its name, a field for the number, and the way back. */
export function ValueSlider({
  id,
  label,
  value,
  min,
  max,
  onChange,
  reset = 0,
  note,
  help,
}: ValueSliderProps) {
  const goBack = () => {
    if (value !== reset) onChange(reset, false);
  };
  const onClick = useDoubleClick(goBack);
  return (
    <div className="ff-value-slider" id={id}>
      <Explained id={id} help={help}>
        <div className="ff-label-row" onClick={onClick} title={TEXTS.look.resetOne}>
          <div className="ff-value-name">
            <div className={value === reset ? 'ff-label' : 'ff-label ff-changed'}>{label}</div>
            <div className="ff-value-note">{note}</div>
          </div>
          <div className="ff-value-entry">
            {value !== reset && (
              <ActionButton id={`${id}-reset`} label="↺" quiet title={TEXTS.look.resetOne} onClick={goBack} />
            )}
            <NumberField
              id={`${id}-number`}
              value={value}
              min={min}
              max={max}
              title={label}
              onChange={(typed) => onChange(typed, false)}
            />
          </div>
        </div>
      </Explained>
      <Slider
        id={`${id}-slider`}
        min={min}
        max={max}
        value={value}
        title={label}
        onInput={(moved) => onChange(moved, true)}
        onChange={(rested) => onChange(rested, false)}
      />
    </div>
  );
}
