/** RawTherapee and darktable, with the files for them. */
import fs from 'node:fs';
import path from 'node:path';
import { curvesMapper, grayCurves } from '../../../src/formats/curves/grayCurves';
import { lut3dParams } from '../../../src/formats/dtstyle/exportDtstyle';
import { mapPatches } from '../patches';
import { runProgram } from '../programs';
import {
  errorOfFile,
  expectedOfLook,
  LOOK,
  PATCHES,
  THOUSANDTH,
  write,
  writePatches,
  type Proof,
} from '../proof';

function rawTherapee(folder: string, profile: string, expected: Float32Array): number {
  const out = path.join(folder, 'rawtherapee.tif');
  const input = writePatches(folder, 'tiff');
  runProgram('rawtherapee-cli', ['-o', out, '-p', profile, '-b16', '-t', '-Y', '-q', '-c', input], {
    cwd: folder,
  });
  return errorOfFile(out, expected);
}

/** The parameters of the style in a side-car: darktable-cli takes no style file without importing it first. */
function darktable(folder: string): number {
  write(folder, 'dtstyle', 'warm.dtstyle');
  const params = /<op_params>([0-9a-f]+)</.exec(
    fs.readFileSync(path.join(folder, 'warm.dtstyle'), 'utf8'),
  )?.[1];
  if (params !== lut3dParams('warm.cube', 'srgb')) throw new Error('The style holds other parameters.');
  const xmp = path.join(folder, 'warm.xmp');
  fs.writeFileSync(xmp, sideCar(params));
  const out = path.join(folder, 'darktable.tif');
  const input = writePatches(folder, 'tiff');
  fs.rmSync(out, { force: true });
  const settings = [`plugins/darkroom/lut3d/def_path=${folder}`, 'plugins/imageio/format/tiff/bpp=16'];
  runProgram(
    'darktable-cli',
    [
      input,
      xmp,
      out,
      '--core',
      '--configdir',
      folder,
      '--library',
      ':memory:',
      ...settings.flatMap((s) => ['--conf', s]),
    ],
    { cwd: folder },
  );
  return errorOfFile(out);
}

function sideCar(params: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:darktable="http://darktable.sf.net/" darktable:xmp_version="5"
 darktable:auto_presets_applied="1" darktable:history_end="1"><darktable:history><rdf:Seq>
<rdf:li darktable:num="0" darktable:operation="lut3d" darktable:enabled="1" darktable:modversion="3"
 darktable:params="${params}" darktable:multi_name="" darktable:multi_priority="0"/>
</rdf:Seq></darktable:history></rdf:Description></rdf:RDF></x:xmpmeta>
`;
}

export const RAW_CONVERTER_PROOFS: readonly Proof[] = [
  {
    format: 'pp3',
    program: 'rawtherapee-cli',
    slow: true,
    bar: THOUSANDTH,
    run: (folder) => rawTherapee(folder, write(folder, 'pp3', 'warm.pp3'), expectedOfLook()),
  },
  {
    format: 'pp3-curves',
    program: 'rawtherapee-cli',
    slow: true,
    measure: 'against the format’s own curves',
    bar: THOUSANDTH,
    run: (folder) => {
      const curves = grayCurves(LOOK, { whole: false });
      const expected = mapPatches(PATCHES, curvesMapper(curves, LOOK));
      return rawTherapee(folder, write(folder, 'pp3-curves', 'curves.pp3'), expected);
    },
  },
  { format: 'dtstyle', program: 'darktable-cli', slow: true, bar: THOUSANDTH, run: darktable },
];
