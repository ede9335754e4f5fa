import { useRef, type MouseEvent } from 'react';
import { takesPoint, type Place01 } from '../../app/hints/hints';
import type { Role } from '../../app/state';
import { useSelect, useSession } from '../sessionContext';

export interface MarkedPictureProps {
  readonly role: Role;
  /** Called with the index of a place that was marked or taken hold of. */
  readonly onChoose: (index: number) => void;
}

/** A pointer this near to a mark takes hold of it. */
const GRIP_PX = 10;

/** A picture that places are marked in, and dragged; every place carries its number. */
export function MarkedPicture({ role, onChoose }: MarkedPictureProps) {
  const { hints: actions } = useSession();
  const view = useRef<HTMLDivElement>(null);
  const held = useRef<number | null>(null);
  const url = useSelect((state) => state.hintPictures[role]);
  const hints = useSelect((state) => state.hints);
  const places = hints.points[role];
  if (!url) return null;

  const boxOf = () => view.current?.getBoundingClientRect() ?? { left: 0, top: 0, width: 1, height: 1 };
  const placeOf = (event: MouseEvent): Place01 => {
    const { left, top, width, height } = boxOf();
    return { x: (event.clientX - left) / width, y: (event.clientY - top) / height };
  };
  const isHeldAt = (event: MouseEvent, { x, y }: Place01): boolean => {
    const { left, top, width, height } = boxOf();
    return Math.hypot(event.clientX - left - x * width, event.clientY - top - y * height) <= GRIP_PX;
  };
  const start = (event: MouseEvent) => {
    // A browser would drag the picture away.
    event.preventDefault();
    const touched = places.findIndex((place) => isHeldAt(event, place));
    if (touched < 0 && !takesPoint(hints, role)) return;
    if (touched < 0) actions.mark(role, placeOf(event));
    held.current = touched < 0 ? places.length : touched;
    onChoose(held.current);
  };
  const move = (event: MouseEvent) => {
    if (held.current === null) return;
    if (event.buttons === 0) return stop();
    actions.move(role, held.current, placeOf(event));
  };
  const stop = () => {
    held.current = null;
  };

  return (
    <div
      ref={view}
      className="ff-view"
      id={`mark-${role}`}
      onMouseDown={start}
      onMouseMove={move}
      onMouseUp={stop}
      onMouseLeave={stop}
    >
      <img className="ff-look-picture" alt="" src={url} />
      {places.map(({ x, y }, index) => (
        <div key={index} className="ff-mark" style={{ left: `${100 * x}%`, top: `${100 * y}%` }}>
          {index + 1}
        </div>
      ))}
    </div>
  );
}
