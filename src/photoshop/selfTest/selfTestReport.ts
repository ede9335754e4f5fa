/** What "Filmfit: check this Photoshop" finds out; one JSON file that a user can send. Holds nothing about the user's pictures. */
export interface SelfTestReport {
  readonly format: 'filmfit-photoshop-check';
  readonly version: 1;
  readonly host: { readonly name: string; readonly version: string; readonly locale: string };
  readonly plugin: string;
  readonly uxp: string;
  readonly checks: readonly CheckResult[];
  /** How this Photoshop renders each kind of layer, against the engine's model. */
  readonly arithmetic: readonly ArithmeticRow[];
  /** Answers to what no document tells, by question. */
  readonly measurements: Readonly<Record<string, unknown>>;
}

/** A thing that Filmfit relies on. */
export interface CheckResult {
  readonly name: string;
  readonly passed: boolean;
  /** Why not. */
  readonly detail?: string;
}

export interface ArithmeticRow {
  readonly layer: string;
  readonly bits: 8 | 16;
  /** Share of values that are predicted to the code, in percent. */
  readonly exactPercent: number;
  readonly meanLevels: number;
  readonly maxLevels: number;
  /** What the layer makes of the 256 neutrals, a list a channel, in the document's own values (0…255 or 0…32768). */
  readonly neutrals: readonly (readonly number[])[];
  /** The colors that are farthest from the prediction, worst first; empty when all are predicted to the code. */
  readonly worst: readonly ColorDifference[];
}

/** Red, green and blue in the document's own values. */
export interface ColorDifference {
  readonly color: readonly number[];
  readonly predicted: readonly number[];
  readonly rendered: readonly number[];
}
