/**
 * The XMP file that Lightroom and Camera Raw keep a preset or a creative profile in:
 *
 *   <x:xmpmeta><rdf:RDF><rdf:Description crs:PresetType="Normal" crs:UUID="32 hex" crs:Supports…="True" … >
 *     <crs:Name><rdf:Alt><rdf:li xml:lang="x-default">Portra 400</rdf:li></rdf:Alt></crs:Name> …
 *   </rdf:Description></rdf:RDF></x:xmpmeta>
 */
import { escapeXml } from './escapeXml';
import { md5 } from '../md5';

export interface PresetXmp {
  /** `Look` is a creative profile, `Normal` a preset. */
  readonly type: 'Look' | 'Normal';
  readonly name: string;
  readonly description: string;
  /** The same seed gives the same UUID, so that a profile written again replaces itself. */
  readonly uuidSeed: string;
  /** `crs:Key="value"`, escaped. */
  readonly attributes: readonly string[];
  /** Elements inside of the description, as XML. */
  readonly elements?: readonly string[];
}

const GROUP = 'Filmfit';
const SUPPORTS = [
  'Amount',
  'Color',
  'Monochrome',
  'HighDynamicRange',
  'NormalDynamicRange',
  'SceneReferred',
  'OutputReferred',
];

export function formatPresetXmp(preset: PresetXmp): string {
  const { type, name, description, uuidSeed, attributes, elements = [] } = preset;
  const uuid = md5(new TextEncoder().encode(`${name}\0${uuidSeed}`));
  const lines = [
    `crs:PresetType="${type}"`,
    `crs:UUID="${uuid}"`,
    'crs:Cluster=""',
    ...SUPPORTS.map((what) => `crs:Supports${what}="True"`),
    'crs:Copyright=""',
    'crs:ContactInfo=""',
    'crs:Version="14.0"',
    'crs:ProcessVersion="11.0"',
    ...(type === 'Look' ? ['crs:ConvertToGrayscale="False"'] : []),
    ...attributes,
    'crs:HasSettings="True"',
  ];
  const texts: readonly (readonly [string, string])[] = [
    ['Name', name],
    ['ShortName', ''],
    ['SortName', ''],
    ['Group', GROUP],
    ['Description', description],
  ];
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="Filmfit">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:crs="http://ns.adobe.com/camera-raw-settings/1.0/"
${lines.map((line) => `   ${line}`).join('\n')}>
${texts.map(([tag, text]) => localized(tag, text)).join('\n')}
${elements.map((element) => `${element}\n`).join('')}  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
`;
}

function localized(tag: string, text: string): string {
  return `   <crs:${tag}>
    <rdf:Alt>
     <rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li>
    </rdf:Alt>
   </crs:${tag}>`;
}
