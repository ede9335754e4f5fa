/** Zoom and pan of the preview. The picture fills the view at zoom 1; the center is in shares of the picture. */
export interface Viewport {
  readonly zoom: number;
  readonly centerX: number;
  readonly centerY: number;
}

export const WHOLE_PICTURE: Viewport = { zoom: 1, centerX: 0.5, centerY: 0.5 };
export const MAX_ZOOM = 4;

/** Keeps the view inside the picture. */
function clamped({ zoom, centerX, centerY }: Viewport): Viewport {
  const half = 0.5 / zoom;
  const inside = (center: number) => Math.min(1 - half, Math.max(half, center));
  return { zoom, centerX: inside(centerX), centerY: inside(centerY) };
}

export function zoomBy(viewport: Viewport, factor: number): Viewport {
  const zoom = Math.min(MAX_ZOOM, Math.max(1, viewport.zoom * factor));
  return clamped({ ...viewport, zoom });
}

/** @param dx the way of the pointer, in shares of the view's width, and `dy` of its height */
export function panBy(viewport: Viewport, dx: number, dy: number): Viewport {
  return clamped({
    zoom: viewport.zoom,
    centerX: viewport.centerX - dx / viewport.zoom,
    centerY: viewport.centerY - dy / viewport.zoom,
  });
}

/** Left and top edge of the enlarged picture, in percent of the view. */
export function placement({ zoom, centerX, centerY }: Viewport): { leftPercent: number; topPercent: number } {
  return { leftPercent: 100 * (0.5 - centerX * zoom), topPercent: 100 * (0.5 - centerY * zoom) };
}
