/** PhotoshopImageData: memory of the host that lives until the plugin disposes of it. */
import type { Host } from './host';
import { HostError } from './hostError';

interface Content {
  readonly width: number;
  readonly height: number;
  readonly components: number;
  readonly componentSize: 8 | 16;
  readonly colorSpace: string;
  readonly colorProfile: string;
  readonly data: Uint8Array | Uint16Array;
}

const PIXEL_FORMATS: Readonly<Record<number, string>> = {
  1: 'Grayscale',
  2: 'GrayscaleAlpha',
  3: 'RGB',
  4: 'RGBA',
};

export class SimulatedImageData {
  readonly type = 'image/uncompressed';
  readonly isChunky = true;
  readonly width: number;
  readonly height: number;
  readonly components: number;
  readonly componentSize: 8 | 16;
  readonly colorSpace: string;
  readonly colorProfile: string;
  private data: Uint8Array | Uint16Array | null;

  constructor(
    private readonly host: Host,
    content: Content,
  ) {
    this.width = content.width;
    this.height = content.height;
    this.components = content.components;
    this.componentSize = content.componentSize;
    this.colorSpace = content.colorSpace;
    this.colorProfile = content.colorProfile;
    this.data = content.data;
    host.liveImageData++;
  }

  get hasAlpha(): boolean {
    return this.components === 2 || this.components === 4;
  }

  get pixelFormat(): string {
    return PIXEL_FORMATS[this.components];
  }

  /** A copy; 16-bit values run to 32768 unless `fullRange` is asked for. */
  async getData(options: { chunky?: boolean; fullRange?: boolean } = {}): Promise<Uint8Array | Uint16Array> {
    this.host.modal.throwIfCancelled();
    const data = this.peek();
    if (data instanceof Uint16Array && options.fullRange) {
      return data.map((value) => Math.round((value / 32768) * 65535));
    }
    return data.slice();
  }

  dispose(): void {
    if (this.data === null) return;
    this.data = null;
    this.host.liveImageData--;
  }

  /** The values themselves, for the simulator. @throws HostError after dispose. */
  peek(): Uint8Array | Uint16Array {
    if (this.data === null) throw new HostError('The image data has been disposed.', -1715);
    return this.data;
  }

  /** The values as 8-bit codes. */
  toCodes(): Uint8Array {
    const data = this.peek();
    return data instanceof Uint8Array ? data : Uint8Array.from(data, (v) => Math.round((v / 32768) * 255));
  }
}
