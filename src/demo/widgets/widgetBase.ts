/**
 * Stand-ins for UXP's built-in widgets, so that the panel's bundle runs in a browser. Strict where UXP is: state is
 * taken from attributes once and from properties after that, events do not bubble out of a widget, and attributes
 * that UXP does not know are reported, so that nothing works here that would not work there.
 */
export abstract class WidgetBase extends HTMLElement {
  /** Attributes of this widget besides those of every element. */
  static readonly knownAttributes: readonly string[] = [];

  protected readonly shadow: ShadowRoot = this.attachShadow({ mode: 'open', delegatesFocus: true });
  private built = false;

  connectedCallback(): void {
    if (!this.built) {
      this.built = true;
      this.reportUnknownAttributes();
      this.build();
    }
    this.update();
  }

  attributeChangedCallback(): void {
    if (this.built) this.update();
  }

  get disabled(): boolean {
    return this.hasAttribute('disabled');
  }

  set disabled(value: boolean) {
    this.toggleAttribute('disabled', value);
  }

  /** Fills the shadow root; called once, when the attributes and the parent are there. */
  protected abstract build(): void;

  /** Brings the shadow root in line with attributes and properties. */
  protected abstract update(): void;

  protected fill(css: string, html: string): void {
    this.shadow.innerHTML = `<style>${css}</style>${html}`;
  }

  protected inside<E extends Element>(selector: string): E {
    const found = this.shadow.querySelector<E>(selector);
    if (!found) throw new Error(`${this.localName} has no part ${selector}.`);
    return found;
  }

  protected fire(type: 'input' | 'change'): void {
    this.dispatchEvent(new Event(type, { bubbles: false }));
  }

  private reportUnknownAttributes(): void {
    const everywhere = ['class', 'id', 'style', 'slot', 'title', 'disabled'];
    const known = (this.constructor as typeof WidgetBase).knownAttributes;
    for (const { name } of this.attributes) {
      if (everywhere.includes(name) || known.includes(name) || name.startsWith('data-')) continue;
      throw new Error(`<${this.localName}> has no attribute “${name}” in UXP.`);
    }
  }
}
