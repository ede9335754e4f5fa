import { ActionButtonWidget, ButtonWidget } from './buttonWidgets';
import { CheckboxWidget } from './checkboxWidget';
import { DropdownWidget, MenuItemWidget, MenuWidget } from './dropdownWidget';
import { DividerWidget, ProgressBarWidget } from './progressBarWidget';
import { SliderWidget } from './sliderWidget';
import { TextFieldWidget } from './textFieldWidget';
import type { WidgetName } from './widgetNames';

const WIDGETS: Readonly<Record<WidgetName, CustomElementConstructor>> = {
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
