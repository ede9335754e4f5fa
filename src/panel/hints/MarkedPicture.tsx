import { useRef, type MouseEvent } from 'react';
import type { Role } from '../../app/state';
import { useSelect, useSession } from '../sessionContext';

/** A picture that places are marked in; every place carries its number. */
export function MarkedPicture({ role }: { readonly role: Role }) {
  const { hints: actions } = useSession();
  const view = useRef<HTMLDivElement>(null);
  const url = useSelect((state) => state.hintPictures[role]);
  const places = useSelect((state) => state.hints.points[role]);
  if (!url) return null;
  const mark = (event: MouseEvent) => {
    const box = view.current?.getBoundingClientRect();
    if (!box) return;
    actions.mark(role, {
      x: (event.clientX - box.left) / box.width,
      y: (event.clientY - box.top) / box.height,
    });
  };
  return (
    <div ref={view} className="ff-view" id={`mark-${role}`} onClick={mark}>
      <img className="ff-look-picture" alt="" src={url} />
      {places.map(({ x, y }, index) => (
        <div key={index} className="ff-mark" style={{ left: `${100 * x}%`, top: `${100 * y}%` }}>
          {index + 1}
        </div>
      ))}
    </div>
  );
}
