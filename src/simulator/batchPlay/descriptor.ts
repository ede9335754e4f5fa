/** Action descriptors as batchPlay takes and gives them: JSON with a few reserved keys. */
export interface Descriptor {
  readonly _obj: string;
  readonly [key: string]: unknown;
}

/** One element of a reference. */
export interface Reference {
  readonly _ref?: string;
  readonly _id?: number;
  readonly _name?: string;
  readonly _enum?: string;
  readonly _value?: string;
  readonly _property?: string;
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isDescriptor = (value: unknown): value is Descriptor =>
  isRecord(value) && typeof value._obj === 'string';

/** A command that Photoshop will not carry out: batchPlay *resolves* with it as an item. */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly result = -25920,
  ) {
    super(message);
  }
}

/** What Photoshop says when fields are missing, surplus or out of range. */
export const notValid = (command: string): Refusal =>
  new Refusal(`The parameters for command “${command}” are not currently valid.`);

export const notAvailable = (command: string): Refusal =>
  new Refusal(`The command “${command}” is not currently available.`);

export const noSuchElement = (element: string): Refusal =>
  new Refusal(`The object “${element}” is not currently available.`, -1728);

export function errorItem(error: Refusal): Descriptor {
  return { _obj: 'error', message: error.message, result: error.result };
}
