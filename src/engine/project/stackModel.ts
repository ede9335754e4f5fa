/** Several layer models on top of each other: parameters side by side, colors through all of them. */
import type { AdjustmentLayer } from '../adjustments';
import type { LayerModel, Parameter } from './model/layerModel';

export interface NamedLayerModel {
  readonly name: string;
  readonly model: LayerModel;
}

/** Layers from the bottom to the top. */
export interface StackModel {
  readonly layers: readonly NamedLayerModel[];
  /** The parameters of all layers, one layer after the other. */
  readonly parameters: readonly Parameter[];
  /** Where the parameters of each layer begin; one entry more than there are layers. */
  readonly offsets: readonly number[];
}

export function stackModel(layers: readonly NamedLayerModel[]): StackModel {
  const offsets = [0];
  for (const { model } of layers) offsets.push(offsets[offsets.length - 1] + model.parameters.length);
  return { layers, offsets, parameters: layers.flatMap(({ model }) => model.parameters) };
}

export function neutralParameters(stack: StackModel): Float64Array {
  return Float64Array.from(stack.parameters, (parameter) => parameter.neutral);
}

export function parametersOf(stack: StackModel, values: Float64Array, layer: number): Float64Array {
  return values.subarray(stack.offsets[layer], stack.offsets[layer + 1]);
}

export function toAdjustmentLayers(stack: StackModel, values: Float64Array): AdjustmentLayer[] {
  return stack.layers.map(({ name, model }, i) => ({
    name,
    adjustment: model.toAdjustment(parametersOf(stack, values, i)),
    opacity: 100,
  }));
}
