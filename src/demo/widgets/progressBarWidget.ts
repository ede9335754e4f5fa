import { WidgetBase } from './widgetBase';

export class ProgressBarWidget extends WidgetBase {
  static override readonly knownAttributes = ['value', 'max', 'show-value', 'size'];
  static readonly observedAttributes = ['value', 'max'];

  protected build(): void {
    this.fill(
      `:host { display: flex; min-width: 40px; }
       .track { width: 100%; height: 6px; border-radius: 3px; background: var(--demo-track); overflow: hidden; }
       .fill { height: 100%; border-radius: 3px; background: #378ef0; }`,
      '<div class="track" role="progressbar"><div class="fill"></div></div>',
    );
  }

  protected update(): void {
    const share = Number(this.getAttribute('value') ?? 0) / Number(this.getAttribute('max') ?? 100);
    this.inside<HTMLElement>('.fill').style.width = `${100 * Math.min(1, Math.max(0, share))}%`;
  }
}

export class DividerWidget extends WidgetBase {
  static override readonly knownAttributes = ['size'];

  protected build(): void {
    this.fill(':host { display: block; height: 1px; background: var(--demo-button-border); }', '');
  }

  protected update(): void {}
}
