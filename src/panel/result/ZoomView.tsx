/** A view into a picture that can be enlarged and dragged. Its height follows from the picture that fills its width. */
import { useRef, useState, type MouseEvent, type ReactNode } from 'react';
import { formatPercent } from '../../app/formatNumber';
import { MAX_ZOOM, panBy, placement, WHOLE_PICTURE, zoomBy } from '../../app/preview/viewport';
import { TEXTS } from '../../app/texts';
import { ActionButton } from '../widgets/ActionButton';

export interface ZoomViewProps {
  /** A picture of the right proportions, for the view's height. */
  readonly sizingUrl: string;
  readonly children: ReactNode;
  /** Dragging at zoom 1 tells where the pointer is, in shares of the width; when enlarged it pans. */
  readonly onDrag?: (x: number) => void;
  /** Names of the pictures, at both ends of the row below. */
  readonly labels?: PictureLabels;
}

/** For whoever has no pointer: half a view each way. */
const PAN_STEPS = [
  { way: 'left', label: '←', dx: 0.5, dy: 0 },
  { way: 'up', label: '↑', dx: 0, dy: 0.5 },
  { way: 'down', label: '↓', dx: 0, dy: -0.5 },
  { way: 'right', label: '→', dx: -0.5, dy: 0 },
] as const;

export interface PictureLabels {
  readonly first: string;
  readonly second: string;
  /** Which of the two is seen now; both when it is not given. */
  readonly shown?: 0 | 1;
}

export function ZoomView({ sizingUrl, children, onDrag, labels }: ZoomViewProps) {
  const [viewport, setViewport] = useState(WHOLE_PICTURE);
  const view = useRef<HTMLDivElement>(null);
  const last = useRef<{ x: number; y: number } | null>(null);
  const { leftPercent, topPercent } = placement(viewport);

  const shares = (event: MouseEvent) => {
    const box = view.current?.getBoundingClientRect() ?? { left: 0, top: 0, width: 1, height: 1 };
    return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
  };
  const start = (event: MouseEvent) => {
    last.current = shares(event);
    if (viewport.zoom === 1) onDrag?.(last.current.x);
  };
  const move = (event: MouseEvent) => {
    const from = last.current;
    if (from === null) return;
    if (event.buttons === 0) return stop();
    const to = shares(event);
    last.current = to;
    if (viewport.zoom === 1) onDrag?.(to.x);
    else setViewport(panBy(viewport, to.x - from.x, to.y - from.y));
  };
  const stop = () => {
    last.current = null;
  };

  return (
    <div className="ff-zoom">
      <div ref={view} className="ff-view" onMouseDown={start} onMouseMove={move} onMouseUp={stop}>
        <img src={sizingUrl} alt="" className="ff-view-sizing" />
        <div
          className="ff-view-stage"
          style={{
            width: `${100 * viewport.zoom}%`,
            height: `${100 * viewport.zoom}%`,
            left: `${leftPercent}%`,
            top: `${topPercent}%`,
          }}
        >
          {children}
        </div>
      </div>
      <div className="ff-zoom-row">
        <div className={labelClass(labels, 0)} title={labels?.first}>
          {labels?.first}
        </div>
        <ActionButton
          label="−"
          quiet
          title={TEXTS.result.zoomOut}
          disabled={viewport.zoom === 1}
          onClick={() => setViewport(zoomBy(viewport, 1 / 2))}
        />
        <div className="ff-zoom-value">{formatPercent(viewport.zoom)}</div>
        <ActionButton
          label="+"
          quiet
          title={TEXTS.result.zoomIn}
          disabled={viewport.zoom === MAX_ZOOM}
          onClick={() => setViewport(zoomBy(viewport, 2))}
        />
        <div className={`${labelClass(labels, 1)} ff-label-end`} title={labels?.second}>
          {labels?.second}
        </div>
      </div>
      {viewport.zoom > 1 && (
        <div className="ff-pan-row">
          {PAN_STEPS.map(({ label, way, dx, dy }) => (
            <ActionButton
              key={way}
              id={`pan-${way}`}
              label={label}
              quiet
              title={TEXTS.result.pan[way]}
              onClick={() => setViewport(panBy(viewport, dx, dy))}
            />
          ))}
        </div>
      )}
    </div>
  );
}

function labelClass(labels: PictureLabels | undefined, index: 0 | 1): string {
  const dim = labels?.shown !== undefined && labels.shown !== index;
  return dim ? 'ff-picture-label ff-ellipsis ff-dim' : 'ff-picture-label ff-ellipsis';
}
