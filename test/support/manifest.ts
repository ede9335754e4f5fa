/** The parts of a plugin manifest that tests look at. */
export interface ManifestIcon {
  width: number;
  height: number;
  path: string;
  scale: number[];
  theme?: string[];
}

export interface Manifest {
  id: string;
  name: string;
  version: string;
  main: string;
  host: { app: string; minVersion: string; data: { enableMenuRecording?: boolean } };
  entrypoints: {
    type: 'panel' | 'command';
    id: string;
    minimumSize?: { width: number };
    icons?: ManifestIcon[];
  }[];
  icons: ManifestIcon[];
}

/** Every icon file that the manifest promises: the path in the manifest leaves out the `@1x` that the file's name carries. */
export function promisedIcons(manifest: Manifest): { file: string; width: number; height: number }[] {
  const icons = [...manifest.icons, ...manifest.entrypoints.flatMap((entry) => entry.icons ?? [])];
  return icons.flatMap(({ path, width, height, scale }) =>
    scale.map((factor) => ({
      file: path.replace(/(\.\w+)$/, `@${factor}x$1`),
      width: width * factor,
      height: height * factor,
    })),
  );
}
