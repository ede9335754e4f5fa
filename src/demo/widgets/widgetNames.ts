/** UXP's built-in widgets that the panel may use. */
export const WIDGET_NAMES = [
  'sp-button',
  'sp-action-button',
  'sp-checkbox',
  'sp-dropdown',
  'sp-menu',
  'sp-menu-item',
  'sp-divider',
  'sp-progressbar',
  'sp-slider',
  'sp-textfield',
] as const;

export type WidgetName = (typeof WIDGET_NAMES)[number];
