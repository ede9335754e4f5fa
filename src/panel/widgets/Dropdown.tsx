import { useRef } from 'react';
import { useWidgetEvent } from './useWidgetEvent';
import { useWidgetProperty } from './useWidgetProperty';

export interface DropdownOption {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

export interface DropdownProps {
  readonly options: readonly DropdownOption[];
  readonly selected: string | null;
  readonly onSelect: (value: string) => void;
  readonly placeholder?: string;
  readonly id?: string;
}

/** The menu is made anew when its options change, because UXP keeps the labels it saw first. */
export function Dropdown(props: DropdownProps) {
  const key = props.options
    .map(({ value, label, disabled }) => `${value}\n${label}\n${disabled ?? ''}`)
    .join('\n');
  return <DropdownOf key={key} {...props} />;
}

function DropdownOf({ options, selected, onSelect, placeholder, id }: DropdownProps) {
  const ref = useRef<HTMLElement>(null);
  const selectedIndex = options.findIndex((option) => option.value === selected);
  useWidgetProperty(ref, 'selectedIndex', selectedIndex);
  useWidgetEvent(ref, 'change', (element) => {
    const option = options[(element as HTMLSelectElement).selectedIndex];
    if (option && option.value !== selected) onSelect(option.value);
  });
  return (
    <sp-dropdown ref={ref} id={id} class="ff-dropdown" placeholder={placeholder}>
      <sp-menu slot="options">
        {options.map((option) => (
          <sp-menu-item
            key={option.value}
            value={option.value}
            selected={option.value === selected || undefined}
            disabled={option.disabled || undefined}
          >
            {option.label}
          </sp-menu-item>
        ))}
      </sp-menu>
    </sp-dropdown>
  );
}
