import { WidgetBase } from './widgetBase';

export class CheckboxWidget extends WidgetBase {
  static override readonly knownAttributes = ['checked'];
  static readonly observedAttributes = ['disabled'];
  private isChecked = this.hasAttribute('checked');

  get checked(): boolean {
    return this.isChecked;
  }

  set checked(value: boolean) {
    this.isChecked = value;
    if (this.shadow.firstChild) this.update();
  }

  protected build(): void {
    this.isChecked = this.isChecked || this.hasAttribute('checked');
    this.fill(
      `:host { display: inline-flex; }
       label { display: flex; align-items: flex-start; font: 12px/16px var(--demo-font); padding: 4px 0; }
       input { appearance: none; flex: none; width: 14px; height: 14px; margin: 1px 8px 0 0; border: 2px solid var(--demo-button-border); border-radius: 2px; }
       input:checked { background: #378ef0; border-color: #378ef0; }
       input:checked::after { content: ''; display: block; width: 3px; height: 6px; margin: -0.5px 0 0 3px; border: solid #fff; border-width: 0 2px 2px 0; transform: rotate(45deg); }
       :host([disabled]) label { color: var(--demo-disabled-text); }
       :host([disabled]) input { border-color: var(--demo-disabled-background); }
       input:focus-visible { outline: 2px solid #378ef0; outline-offset: 2px; }`,
      '<label><input type="checkbox"><span><slot></slot></span></label>',
    );
    this.inside<HTMLInputElement>('input').addEventListener('change', (event) => {
      event.stopPropagation();
      this.isChecked = this.inside<HTMLInputElement>('input').checked;
      this.fire('change');
    });
  }

  protected update(): void {
    const input = this.inside<HTMLInputElement>('input');
    input.checked = this.isChecked;
    input.disabled = this.disabled;
  }
}
