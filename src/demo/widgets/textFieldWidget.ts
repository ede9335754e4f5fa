import { WidgetBase } from './widgetBase';

export class TextFieldWidget extends WidgetBase {
  static override readonly knownAttributes = ['value', 'placeholder', 'type', 'quiet'];
  static readonly observedAttributes = ['disabled', 'placeholder'];
  private current: string | null = null;

  get value(): string {
    return this.current ?? this.getAttribute('value') ?? '';
  }

  set value(value: string) {
    this.current = String(value);
    if (this.shadow.firstChild) this.update();
  }

  protected build(): void {
    this.fill(
      `:host { display: inline-flex; min-width: 40px; }
       input { width: 100%; height: 26px; box-sizing: border-box; padding: 0 8px; border: 1px solid var(--demo-field-border); border-radius: 4px;
         background: var(--demo-field); color: var(--uxp-host-text-color); font: 12px/1 var(--demo-font); }
       input:focus { outline: none; border-color: #378ef0; }`,
      '<input type="text">',
    );
    const input = this.inside<HTMLInputElement>('input');
    for (const type of ['input', 'change'] as const) {
      input.addEventListener(type, (event) => {
        event.stopPropagation();
        this.current = input.value;
        this.fire(type);
      });
    }
  }

  protected update(): void {
    const input = this.inside<HTMLInputElement>('input');
    if (input.value !== this.value) input.value = this.value;
    input.placeholder = this.getAttribute('placeholder') ?? '';
    input.disabled = this.disabled;
  }
}
