/** Photoshop's four themes, as the variables that UXP gives to a panel, and a few more for the window around it. */
export const THEMES = ['darkest', 'dark', 'light', 'lightest'] as const;
export type Theme = (typeof THEMES)[number];

export const DEFAULT_THEME: Theme = 'darkest';

export function isTheme(value: string | null): value is Theme {
  return THEMES.some((theme) => theme === value);
}

export function setTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
}
