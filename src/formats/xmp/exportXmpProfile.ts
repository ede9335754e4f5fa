/** A creative profile for Lightroom and Camera Raw: an XMP file that holds the look as an RGB table of 32 steps. */
import { RGB_SPACES } from '../../engine/color/rgbSpaces';
import { createLutMapper } from '../../engine/render/applyLut';
import { bakeLut } from '../../engine/render/bakeLut';
import type { Exported } from '../exported';
import { measureRoundTrip } from '../roundTrip';
import type { Style } from '../style/style';
import { md5 } from './md5';
import { decodeRgbTable, encodeRgbTable, formatTableText, MAX_TABLE_SIZE, parseTableText } from './rgbTable';

const GROUP = 'Filmfit';

export function exportXmpProfile({ look }: Style): Exported {
  const block = encodeRgbTable(bakeLut(look, MAX_TABLE_SIZE));
  const table = formatTableText(block);
  const readBack = decodeRgbTable(parseTableText(table), look.space);
  return {
    content: formatXmp(look.name, md5(block), table, md5(new TextEncoder().encode(`${look.name}\0${table}`))),
    roundTrip: measureRoundTrip(look, createLutMapper(readBack)),
    losses: [
      `The look was learned on finished ${RGB_SPACES[look.space].label} pictures: on raw files it acts on top of Adobe Color, which may render differently from the photo it was learned from.`,
    ],
  };
}

function formatXmp(name: string, tableId: string, table: string, uuid: string): string {
  const flags = [
    'Amount',
    'Color',
    'Monochrome',
    'HighDynamicRange',
    'NormalDynamicRange',
    'SceneReferred',
    'OutputReferred',
  ];
  const supports = flags.map((flag) => `   crs:Supports${flag}="True"`).join('\n');
  const text = (tag: string, value: string): string =>
    `   <crs:${tag}>\n    <rdf:Alt>\n     <rdf:li xml:lang="x-default">${escapeXml(value)}</rdf:li>\n    </rdf:Alt>\n   </crs:${tag}>`;
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="Filmfit">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:crs="http://ns.adobe.com/camera-raw-settings/1.0/"
   crs:PresetType="Look"
   crs:UUID="${uuid}"
   crs:Cluster=""
${supports}
   crs:Copyright=""
   crs:ContactInfo=""
   crs:Version="14.0"
   crs:ProcessVersion="11.0"
   crs:ConvertToGrayscale="False"
   crs:RGBTable="${tableId}"
   crs:Table_${tableId}="${escapeXml(table)}"
   crs:HasSettings="True">
${text('Name', name)}
${text('ShortName', '')}
${text('SortName', '')}
${text('Group', GROUP)}
${text('Description', 'Made by Filmfit')}
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
`;
}

function escapeXml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character]);
}
