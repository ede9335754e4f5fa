/**
 * The modules `photoshop` and `uxp`, exactly as far as this folder uses them. Facts are those of Photoshop 25.0 and
 * later; what later versions add is optional here.
 */
declare module 'photoshop' {
  export interface ActionDescriptor {
    readonly [key: string]: unknown;
  }

  export interface HostBounds {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  }

  export interface HostLayer {
    readonly id: number;
    readonly name: string;
    /** constants.LayerKind: 'pixel', 'group', 'curves', 'colorBalance', … */
    readonly kind: string;
    readonly visible: boolean;
    readonly isBackgroundLayer: boolean;
    readonly locked: boolean;
    readonly opacity: number;
    /** Of groups. */
    readonly layers?: readonly HostLayer[] | null;
    readonly parent?: HostLayer | null;
    readonly boundsNoEffects: HostBounds;
    move(relative: HostLayer, placement: string): void | Promise<void>;
    delete(): void | Promise<void>;
  }

  export interface HostDocument {
    readonly id: number;
    readonly name: string;
    readonly width: number;
    readonly height: number;
    /** constants.DocumentMode: 'RGBColorMode', … */
    readonly mode: string;
    /** constants.BitsPerChannelType: 'bitDepth8', 'bitDepth16', 'bitDepth32'. */
    readonly bitsPerChannel: string;
    /** 'None' for untagged documents. */
    readonly colorProfileName: string;
    readonly layers: readonly HostLayer[];
    readonly activeLayers: readonly HostLayer[];
    readonly historyStates: { readonly length: number };
    closeWithoutSaving(): void | Promise<void>;
  }

  export interface CreateDocumentOptions {
    readonly name: string;
    readonly width: number;
    readonly height: number;
    readonly resolution: number;
    readonly mode: 'RGBColorMode';
    readonly depth: 8 | 16;
    readonly fill: 'white';
    readonly profile?: string;
  }

  export const app: {
    activeDocument: HostDocument | null;
    readonly documents: readonly HostDocument[];
    createDocument(options: CreateDocumentOptions): Promise<HostDocument | null>;
  };

  export interface HistorySuspension {
    finalName?: string;
  }

  export interface ExecutionContext {
    readonly isCancelled?: boolean;
    onCancel?: (() => void) | undefined;
    reportProgress(progress: { value?: number; commandName?: string }): void;
    readonly hostControl: {
      suspendHistory(options: { documentID: number; name: string }): Promise<HistorySuspension>;
      resumeHistory(suspension: HistorySuspension, commit?: boolean): Promise<void>;
      registerAutoCloseDocument(documentID: number): Promise<void>;
      unregisterAutoCloseDocument(documentID: number): Promise<void>;
    };
  }

  export const core: {
    executeAsModal<T>(
      target: (context: ExecutionContext) => Promise<T>,
      options: { commandName: string; interactive?: boolean; timeOut?: number },
    ): Promise<T>;
    isModal(): boolean;
    showAlert(options: { message: string }): Promise<unknown>;
  };

  export const action: {
    batchPlay(commands: readonly ActionDescriptor[], options: object): Promise<readonly unknown[]>;
    addNotificationListener(events: readonly string[], listener: NotificationListener): Promise<void>;
    removeNotificationListener(events: readonly string[], listener: NotificationListener): Promise<void>;
    /** From 25.0 on. */
    recordAction?(step: { name: string; methodName: string }, info: object): Promise<void>;
  };

  export type NotificationListener = (event: string, descriptor: ActionDescriptor) => void;

  export interface PhotoshopImageData {
    readonly width: number;
    readonly height: number;
    readonly components: number;
    readonly componentSize: number;
    readonly colorSpace: string;
    readonly colorProfile: string;
    getData(options?: {
      chunky?: boolean;
      fullRange?: boolean;
    }): Promise<Uint8Array | Uint16Array | Float32Array>;
    dispose(): void;
  }

  export interface GetPixelsOptions {
    readonly documentID: number;
    readonly layerID?: number;
    readonly sourceBounds?: HostBounds;
    readonly targetSize?: { readonly width?: number; readonly height?: number };
    readonly colorSpace?: 'RGB';
    readonly colorProfile?: string;
    readonly componentSize?: 8 | 16;
    readonly applyAlpha?: boolean;
  }

  export const imaging: {
    getPixels(options: GetPixelsOptions): Promise<{
      readonly imageData: PhotoshopImageData;
      readonly sourceBounds: HostBounds;
      readonly level: number;
    }>;
    putPixels(options: {
      documentID: number;
      layerID: number;
      imageData: PhotoshopImageData;
      replace?: boolean;
      targetBounds?: { left: number; top: number };
    }): Promise<void>;
    createImageDataFromBuffer(
      buffer: Uint8Array | Uint16Array,
      options: {
        width: number;
        height: number;
        components: 3 | 4;
        colorSpace: 'RGB';
        colorProfile?: string;
        chunky?: boolean;
        fullRange?: boolean;
      },
    ): Promise<PhotoshopImageData>;
    encodeImageData(options: {
      imageData: PhotoshopImageData;
      base64: true;
    }): Promise<string | readonly number[]>;
  };
}

declare module 'uxp' {
  export interface HostFile {
    readonly isFile: boolean;
    readonly name: string;
    read(options?: { format?: symbol }): Promise<string | ArrayBuffer>;
    write(content: string | ArrayBuffer, options?: { format?: symbol }): Promise<unknown>;
    delete(): Promise<unknown>;
  }

  export interface HostFolder {
    readonly name: string;
    /** As the system writes it: with backslashes on Windows. */
    readonly nativePath: string;
    getEntries(): Promise<readonly HostFile[]>;
    getEntry(name: string): Promise<HostFile>;
    createFile(name: string, options?: { overwrite?: boolean }): Promise<HostFile>;
  }

  export const storage: {
    readonly formats: { readonly utf8: symbol; readonly binary: symbol };
    readonly localFileSystem: {
      getDataFolder(): Promise<HostFolder>;
      getFileForOpening(options: {
        types: readonly string[];
        allowMultiple?: false;
      }): Promise<HostFile | null>;
      getFileForOpening(options: {
        types: readonly string[];
        allowMultiple: true;
      }): Promise<readonly HostFile[] | null>;
      getFolder(): Promise<HostFolder | null>;
      getFileForSaving(
        suggestedName: string,
        options: { types: readonly string[] },
      ): Promise<HostFile | null>;
    };
  };

  export const entrypoints: {
    setup(entrypoints: {
      panels: Readonly<Record<string, { create(root: unknown): void }>>;
      commands: Readonly<Record<string, { run(): Promise<void> }>>;
    }): void;
  };

  export const host: { readonly name: string; readonly version: string; readonly uiLocale: string };
  export const versions: { readonly plugin: string; readonly uxp: string };
}
