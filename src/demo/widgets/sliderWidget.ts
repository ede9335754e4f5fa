import { WidgetBase } from './widgetBase';

export class SliderWidget extends WidgetBase {
  static override readonly knownAttributes = ['min', 'max', 'value', 'show-value', 'value-label', 'variant'];
  static readonly observedAttributes = ['disabled', 'min', 'max'];
  private current: number | null = null;

  get value(): number {
    return this.current ?? Number(this.getAttribute('value') ?? 0);
  }

  set value(value: number) {
    this.current = Number(value);
    if (this.shadow.firstChild) this.update();
  }

  protected build(): void {
    this.fill(
      `:host { display: flex; min-width: 48px; }
       input { appearance: none; width: 100%; height: 22px; margin: 0; background: transparent; --share: 50%; }
       input::-webkit-slider-runnable-track { height: 2px; border-radius: 1px; background: var(--demo-track); }
       :host([variant=filled]) input::-webkit-slider-runnable-track { background: linear-gradient(to right, #378ef0 var(--share), var(--demo-track) var(--share)); }
       input::-webkit-slider-thumb { appearance: none; width: 14px; height: 14px; margin-top: -6px; border-radius: 7px; box-sizing: border-box;
         border: 2px solid var(--demo-thumb-border); background: var(--uxp-host-background-color); }
       input:focus-visible { outline: none; }
       input:focus-visible::-webkit-slider-thumb { border-color: #378ef0; outline: 2px solid #378ef0; outline-offset: 1px; }`,
      '<input type="range" step="any">',
    );
    const input = this.inside<HTMLInputElement>('input');
    for (const type of ['input', 'change'] as const) {
      input.addEventListener(type, (event) => {
        event.stopPropagation();
        this.current = Number(input.value);
        this.paint();
        this.fire(type);
      });
    }
    // `step="any"` has no keyboard step of its own that suits whole numbers.
    input.addEventListener('keydown', (event) => {
      const direction = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
      if (direction === undefined) return;
      event.preventDefault();
      this.value = Math.min(
        Number(input.max),
        Math.max(Number(input.min), this.value + direction * (event.shiftKey ? 10 : 1)),
      );
      this.fire('input');
      this.fire('change');
    });
  }

  protected update(): void {
    const input = this.inside<HTMLInputElement>('input');
    input.min = this.getAttribute('min') ?? '0';
    input.max = this.getAttribute('max') ?? '100';
    input.value = String(this.value);
    input.disabled = this.disabled;
    this.paint();
  }

  private paint(): void {
    const input = this.inside<HTMLInputElement>('input');
    const share = (Number(input.value) - Number(input.min)) / (Number(input.max) - Number(input.min) || 1);
    input.style.setProperty('--share', `${100 * share}%`);
  }
}
