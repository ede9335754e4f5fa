/** Descriptor fragments that many commands share. */

/** The active layer. */
export const ACTIVE_LAYER = { _ref: 'layer', _enum: 'ordinal', _value: 'targetEnum' } as const;
export const ACTIVE_ADJUSTMENT_LAYER = {
  _ref: 'adjustmentLayer',
  _enum: 'ordinal',
  _value: 'targetEnum',
} as const;
export const SELECTION = { _ref: 'channel', _property: 'selection' } as const;

export const layerWithId = (id: number) => ({ _ref: 'layer', _id: id }) as const;
export const documentWithId = (id: number) => ({ _ref: 'document', _id: id }) as const;
export const property = (name: string) => ({ _ref: 'property', _property: name }) as const;
export const percent = (value: number) => ({ _unit: 'percentUnit', _value: value }) as const;
