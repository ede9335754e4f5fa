import { sourceKey } from '../../app/pictureSources';
import type { PictureSource } from '../../app/pictureSources';
import { useSelect } from '../sessionContext';

/** A square with the picture fitted into it; empty until there is one. */
export function ThumbnailView({ source, small = false }: { source: PictureSource | null; small?: boolean }) {
  const thumbnail = useSelect((state) => (source === null ? undefined : state.thumbnails[sourceKey(source)]));
  const wide = thumbnail !== undefined && thumbnail.widthPx >= thumbnail.heightPx;
  return (
    <div className={small ? 'ff-thumb ff-thumb-small' : 'ff-thumb'}>
      {thumbnail && <img src={thumbnail.url} alt="" className={wide ? 'ff-thumb-wide' : 'ff-thumb-tall'} />}
    </div>
  );
}
