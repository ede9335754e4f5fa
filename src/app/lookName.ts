/** A file's or document's name without folder and extension: `portra400_frame12.tif` → `portra400_frame12`. */
export function lookName(name: string): string {
  const bare = name.replace(/^.*[\\/]/, '').replace(/\.[a-z0-9]{2,7}$/i, '');
  return bare.trim() || 'Film look';
}
