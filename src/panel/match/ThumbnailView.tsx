import { sourceKey } from '../../app/pictureSources';
import type { PictureSource } from '../../app/pictureSources';
import type { Thumbnail } from '../../app/shownPictures';
import { useSelect } from '../sessionContext';

const SIZE_PX = 76;

export interface ThumbnailViewProps {
  readonly source: PictureSource | null;
  readonly small?: boolean;
  /** Draws a line around the picture inside its border, where one was found. */
  readonly showCrop?: boolean;
}

/** A square with the picture fitted into it; empty until there is one. */
export function ThumbnailView({ source, small = false, showCrop = false }: ThumbnailViewProps) {
  const thumbnail = useSelect((state) => (source === null ? undefined : state.thumbnails[sourceKey(source)]));
  const wide = thumbnail !== undefined && thumbnail.widthPx >= thumbnail.heightPx;
  return (
    <div className={small ? 'ff-thumb ff-thumb-small' : 'ff-thumb'}>
      {thumbnail && <img src={thumbnail.url} alt="" className={wide ? 'ff-thumb-wide' : 'ff-thumb-tall'} />}
      {thumbnail && showCrop && <CropOutline thumbnail={thumbnail} />}
    </div>
  );
}

/** White on black is seen on every picture, with every kind of color vision. */
function CropOutline({ thumbnail }: { readonly thumbnail: Thumbnail }) {
  const { crop } = thumbnail.scan;
  if (crop === null) return null;
  const scale = SIZE_PX / Math.max(thumbnail.widthPx, thumbnail.heightPx);
  const [width, height] = [scale * thumbnail.widthPx, scale * thumbnail.heightPx];
  const corners = crop.map(
    ([x, y]) => `${(SIZE_PX - width) / 2 + x * width} ${(SIZE_PX - height) / 2 + y * height}`,
  );
  const line = `M${corners.join('L')}Z`;
  return (
    <svg className="ff-crop" width={SIZE_PX} height={SIZE_PX} viewBox={`0 0 ${SIZE_PX} ${SIZE_PX}`}>
      <path d={line} stroke="#000000" strokeWidth="3" fill="none" />
      <path d={line} stroke="#ffffff" strokeWidth="1.5" fill="none" />
    </svg>
  );
}
