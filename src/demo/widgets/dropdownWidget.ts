import { PageMutationObserver } from '../pageGlobals';
import { WidgetBase } from './widgetBase';

/** `<sp-dropdown>` with an `<sp-menu slot="options">`; the menu opens over the page, as Photoshop's does over the panel. */
export class DropdownWidget extends WidgetBase {
  static override readonly knownAttributes = ['placeholder', 'size'];
  static readonly observedAttributes = ['disabled', 'placeholder'];
  private index: number | null = null;
  private open: HTMLElement | null = null;

  get selectedIndex(): number {
    return this.index ?? this.items().findIndex((item) => item.hasAttribute('selected'));
  }

  set selectedIndex(index: number) {
    this.index = index;
    if (this.shadow.firstChild) this.update();
  }

  get value(): string {
    return this.items()[this.selectedIndex]?.getAttribute('value') ?? '';
  }

  disconnectedCallback(): void {
    this.close();
  }

  protected build(): void {
    this.fill(
      `:host { display: inline-flex; min-width: 60px; }
       button { display: flex; align-items: center; width: 100%; min-width: 0; height: 26px; padding: 0 8px; border: 1px solid var(--demo-field-border); border-radius: 4px;
         background: var(--demo-field); color: var(--uxp-host-text-color); font: 12px/1.2 var(--demo-font); text-align: left; cursor: default; }
       button:focus-visible { outline: none; border-color: #378ef0; }
       span { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
       .placeholder { color: var(--uxp-host-text-color-secondary); }
       svg { flex: none; margin-left: 6px; }
       slot { display: none; }`,
      `<button type="button" aria-haspopup="listbox"><span></span><svg width="8" height="5"><path d="M0 0h8L4 5z" fill="currentColor" opacity=".7"/></svg></button><slot name="options"></slot>`,
    );
    const button = this.inside<HTMLButtonElement>('button');
    button.addEventListener('click', () => (this.open ? this.close() : this.show()));
    button.addEventListener('keydown', (event) => this.onKey(event));
    button.addEventListener('blur', () => setTimeout(() => this.close(), 150));
    new PageMutationObserver(() => this.update()).observe(this, {
      childList: true,
      subtree: true,
      characterData: true,
    });
  }

  protected update(): void {
    const selected = this.items()[this.selectedIndex];
    const label = this.inside<HTMLElement>('span');
    label.textContent = selected
      ? (selected.textContent ?? '').trim()
      : (this.getAttribute('placeholder') ?? '');
    label.className = selected ? '' : 'placeholder';
    this.inside<HTMLButtonElement>('button').disabled = this.disabled;
  }

  private items(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('sp-menu-item')];
  }

  private onKey(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') this.close();
    if (step === undefined) return;
    event.preventDefault();
    const items = this.items();
    let next = this.selectedIndex + step;
    while (items[next]?.hasAttribute('disabled')) next += step;
    if (items[next]) this.choose(next);
  }

  private show(): void {
    const menu = document.createElement('div');
    menu.className = 'demo-menu';
    const box = this.getBoundingClientRect();
    menu.style.cssText = `left:${box.left}px;min-width:${box.width}px;max-width:${Math.max(box.width, 320)}px`;
    this.items().forEach((item, index) => {
      const row = document.createElement('div');
      row.className = 'demo-menu-item';
      row.textContent = (item.textContent ?? '').trimEnd();
      row.toggleAttribute('data-disabled', item.hasAttribute('disabled'));
      row.toggleAttribute('data-selected', index === this.selectedIndex);
      row.addEventListener('mousedown', (event) => {
        event.preventDefault();
        if (!item.hasAttribute('disabled')) this.choose(index);
      });
      menu.append(row);
    });
    // Beside an open dialog nothing else can be clicked.
    (this.closest('dialog') ?? this.closest('[data-theme]'))?.append(menu);
    const below = box.bottom + menu.offsetHeight <= window.innerHeight;
    menu.style.top = `${below ? box.bottom + 2 : Math.max(4, box.top - menu.offsetHeight - 2)}px`;
    menu.style.left = `${Math.max(4, Math.min(box.left, window.innerWidth - menu.offsetWidth - 4))}px`;
    this.open = menu;
  }

  private close(): void {
    this.open?.remove();
    this.open = null;
  }

  private choose(index: number): void {
    this.close();
    this.selectedIndex = index;
    this.fire('change');
  }
}

/** Only holds its items; the dropdown shows them. */
export class MenuWidget extends HTMLElement {}
export class MenuItemWidget extends HTMLElement {}
