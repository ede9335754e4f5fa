import { WidgetBase } from './widgetBase';

const FOCUS_RING = `button:focus-visible { outline: 2px solid #378ef0; outline-offset: 2px; }`;

export class ButtonWidget extends WidgetBase {
  static override readonly knownAttributes = ['variant', 'quiet'];
  static readonly observedAttributes = ['disabled', 'variant'];

  protected build(): void {
    this.fill(
      `:host { display: inline-flex; }
       button { height: 28px; padding: 0 14px; border-radius: 14px; border: 2px solid var(--demo-button-border);
         background: transparent; color: var(--uxp-host-text-color); font: bold 12px/1 var(--demo-font); white-space: nowrap; cursor: default; }
       button:hover { background: var(--demo-button-hover); }
       :host([variant=cta]) button { background: #1473e6; border-color: #1473e6; color: #fff; }
       :host([variant=cta]) button:hover { background: #0d66d0; border-color: #0d66d0; }
       :host([disabled]) button { background: var(--demo-disabled-background); border-color: transparent; color: var(--demo-disabled-text); }
       ${FOCUS_RING}`,
      '<button type="button"><slot></slot></button>',
    );
  }

  protected update(): void {
    this.inside<HTMLButtonElement>('button').disabled = this.disabled;
  }
}

export class ActionButtonWidget extends WidgetBase {
  static override readonly knownAttributes = ['quiet', 'selected'];
  static readonly observedAttributes = ['disabled', 'selected'];

  protected build(): void {
    this.fill(
      `:host { display: inline-flex; }
       button { min-width: 24px; height: 24px; padding: 0 9px; border-radius: 4px; border: 1px solid var(--demo-button-border);
         background: transparent; color: var(--uxp-host-text-color); font: 12px/1 var(--demo-font); white-space: nowrap; cursor: default; }
       :host([quiet]) button { border-color: transparent; padding: 0 6px; }
       button:hover { background: var(--demo-button-hover); }
       :host([selected]) button { background: var(--demo-selected); border-color: var(--demo-selected-border); }
       :host([disabled]) button { color: var(--demo-disabled-text); background: transparent; }
       ${FOCUS_RING}`,
      '<button type="button"><slot></slot></button>',
    );
  }

  protected update(): void {
    this.inside<HTMLButtonElement>('button').disabled = this.disabled;
  }
}
