/** A layer as the DOM shows it. Reading needs no modal scope, changing does. */
import type { LayerState } from '../documentState';
import type { Host } from '../host';
import { HostError } from '../hostError';
import { findLayer, findParent, insertBeside, removeLayer, updateLayer } from '../layerTree';
import type { OpenDocument } from '../openDocument';

export class DomLayer {
  constructor(
    private readonly host: Host,
    private readonly document: OpenDocument,
    readonly id: number,
  ) {}

  private get state(): LayerState {
    const layer = findLayer(this.host.document(this.document.id).state.layers, this.id);
    if (!layer) throw new HostError(`The layer with the ID ${this.id} does not exist.`, -1728);
    return layer;
  }

  get name(): string {
    return this.state.name;
  }

  /** As `constants.LayerKind`. */
  get kind(): string {
    const { kind, adjustment } = this.state;
    return adjustment?._obj ?? kind;
  }

  get visible(): boolean {
    return this.state.visible;
  }

  get opacity(): number {
    return this.state.opacity;
  }

  get locked(): boolean {
    return this.state.locked || this.state.background;
  }

  get isBackgroundLayer(): boolean {
    return this.state.background;
  }

  get layers(): DomLayer[] | null {
    const { kind, children } = this.state;
    return kind === 'group' ? children.map(({ id }) => new DomLayer(this.host, this.document, id)) : null;
  }

  get parent(): DomLayer | null {
    const parent = findParent(this.document.state.layers, this.id);
    return parent ? new DomLayer(this.host, this.document, parent.id) : null;
  }

  get boundsNoEffects(): {
    left: number;
    top: number;
    right: number;
    bottom: number;
    width: number;
    height: number;
  } {
    const box = this.state.pixels?.box ?? { left: 0, top: 0, right: 0, bottom: 0 };
    return { ...box, width: box.right - box.left, height: box.bottom - box.top };
  }

  delete(): void {
    this.host.requireModal('delete');
    const { state } = this.document;
    const layers = removeLayer(state.layers, this.state.id);
    if (this.state.locked || layers.length === 0) throw new HostError('The layer cannot be deleted.', -25920);
    const activeLayerIds = state.activeLayerIds.filter((id) => id !== this.id);
    this.host.change(this.document, 'Delete Layer', { ...state, layers, activeLayerIds });
  }

  /** @param placement `placeBefore` is above, `placeAfter` below, `placeInside` into a group. */
  move(relative: DomLayer, placement: string): void {
    this.host.requireModal('move');
    const moved = this.state;
    if (moved.locked || moved.background) throw new HostError('The layer cannot be moved.', -25920);
    const { state } = this.document;
    const target = findLayer(state.layers, relative.id);
    if (!target || findLayer([moved], relative.id))
      throw new HostError('The layer cannot be moved there.', -25920);
    if (placement === 'placeAfter' && target.background) {
      throw new HostError('Nothing goes below the background.', -25920);
    }
    const without = removeLayer(state.layers, this.id);
    const layers =
      placement === 'placeInside'
        ? updateLayer(without, target.id, (group) => ({ ...group, children: [...group.children, moved] }))
        : insertBeside(without, target.id, moved, placement === 'placeBefore' ? 'above' : 'below');
    this.host.change(this.document, 'Layer Order', { ...state, layers });
  }
}
