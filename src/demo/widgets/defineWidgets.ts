import { ActionButtonWidget, ButtonWidget } from './buttonWidgets';
import { CheckboxWidget } from './checkboxWidget';
import { DropdownWidget, MenuItemWidget, MenuWidget } from './dropdownWidget';
import { DividerWidget, ProgressBarWidget } from './progressBarWidget';
import { SliderWidget } from './sliderWidget';
import { TextFieldWidget } from './textFieldWidget';

/** What of UXP's built-in widgets the panel uses; an element that is not here shows as nothing, and a test says so. */
export const WIDGETS: Readonly<Record<string, CustomElementConstructor>> = {
  'sp-button': ButtonWidget,
  'sp-action-button': ActionButtonWidget,
  'sp-checkbox': CheckboxWidget,
  'sp-dropdown': DropdownWidget,
  'sp-menu': MenuWidget,
  'sp-menu-item': MenuItemWidget,
  'sp-divider': DividerWidget,
  'sp-progressbar': ProgressBarWidget,
  'sp-slider': SliderWidget,
  'sp-textfield': TextFieldWidget,
};

export function defineWidgets(): void {
  for (const [name, widget] of Object.entries(WIDGETS)) customElements.define(name, widget);
}
