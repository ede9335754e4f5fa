/** convertMode: another color mode or another depth for the active document. */
import { maxValue, type DocumentState, type LayerState, type Pixels } from '../documentState';
import type { Host } from '../host';
import { isRecord, notAvailable, notValid, type Descriptor } from './descriptor';

export function convertModeCommand(host: Host, { to, depth }: Descriptor): Descriptor {
  const document = host.activeDocument();
  const { state } = document;
  if (depth !== undefined) {
    if (depth !== 8 && depth !== 16) throw notValid('Convert Mode');
    host.change(document, `${depth} Bits/Channel`, withDepth(state, depth));
    return { _obj: 'convertMode' };
  }
  if (!isRecord(to) || to._class !== 'RGBColorMode') throw notValid('Convert Mode');
  if (state.mode === 'RGBColorMode') throw notAvailable('Convert Mode');
  host.change(document, 'Convert Mode', {
    ...state,
    mode: 'RGBColorMode',
    profileName: 'sRGB IEC61966-2.1',
  });
  return { _obj: 'convertMode' };
}

function withDepth(state: DocumentState, bits: 8 | 16): DocumentState {
  const scale = maxValue(bits) / maxValue(state.bitsPerChannel);
  const convert = ({ data, ...rest }: Pixels): Pixels => {
    const values = bits === 16 ? new Uint16Array(data.length) : new Uint8Array(data.length);
    for (let i = 0; i < values.length; i++) values[i] = Math.round(data[i] * scale);
    return { ...rest, data: values };
  };
  const deep = (layer: LayerState): LayerState => ({
    ...layer,
    pixels: layer.pixels && convert(layer.pixels),
    children: layer.children.map(deep),
  });
  return { ...state, bitsPerChannel: bits, layers: state.layers.map(deep) };
}
