/** UXP's built-in Spectrum widgets, as far as the panel uses them. React 18 sets attributes on them and nothing else. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';

type Widget<Attributes = object> = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & {
  class?: string | undefined;
  disabled?: true | undefined;
} & Attributes;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'sp-button': Widget<{
        variant?: 'cta' | 'primary' | 'secondary' | undefined;
        quiet?: true | undefined;
      }>;
      'sp-action-button': Widget<{ quiet?: true | undefined; selected?: true | undefined }>;
      'sp-checkbox': Widget<{ checked?: true | undefined }>;
      'sp-divider': Widget<{ size?: 'small' | 'medium' | 'large' | undefined }>;
      'sp-dropdown': Widget<{ placeholder?: string | undefined; size?: 's' | 'm' | undefined }>;
      'sp-menu': Widget;
      'sp-menu-item': Widget<{ selected?: true | undefined; value?: string | undefined }>;
      'sp-progressbar': Widget<{
        value?: number | undefined;
        max?: number | undefined;
        'show-value'?: 'false';
      }>;
      'sp-slider': Widget<{
        min: number;
        max: number;
        value?: number | undefined;
        'show-value'?: 'false';
        variant?: 'filled' | undefined;
      }>;
      'sp-textfield': Widget<{
        value?: string | undefined;
        placeholder?: string | undefined;
        type?: 'text' | 'search' | undefined;
        quiet?: true | undefined;
      }>;
    }
  }
}
