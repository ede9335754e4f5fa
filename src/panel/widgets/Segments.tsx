import { ActionButton } from './ActionButton';

export interface SegmentsProps<T extends string> {
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly selected: T;
  readonly onSelect: (value: T) => void;
}

/** One choice among a few, all of them visible. */
export function Segments<T extends string>({ options, selected, onSelect }: SegmentsProps<T>) {
  return (
    <div className="ff-segments">
      {options.map(({ value, label }) => (
        <ActionButton
          key={value}
          label={label}
          selected={value === selected}
          onClick={() => onSelect(value)}
        />
      ))}
    </div>
  );
}
