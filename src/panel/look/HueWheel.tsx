/** Where each hue goes: small dots for all hues, large ones for the six that have names, to be dragged. */
import { useMemo, useRef, type MouseEvent } from 'react';
import { draggedHue } from '../../app/look/dragHue';
import { hueMoves, type HueMove } from '../../app/look/hueWheel';
import { HUE_CENTERS_DEG, HUE_NAMES, type HueEdit, type HueName } from '../../app/look/lookEdits';
import { useSelect, useSelectCalmly } from '../sessionContext';
import { useDoubleClick } from '../widgets/useDoubleClick';
import { useWidth } from '../widgets/useWidth';
import { chartHeight } from './chartSize';

const SIZE = { share: 0.55, minPx: 190, maxPx: 270 } as const;
/** Radius of the ring that the hues of the photo stand on, over the size of the wheel. */
const RIM = 0.35;
/** A chroma that grows by half stays inside. */
const MAX_CHROMA = 1.38;
/** To be seen on light and on dark panels. */
const SELECTED_RING = '#378ef0';
const RING = '#a0a0a0';
/** A press this near to a large dot takes it. */
const REACH_PX = 14;

export interface HueWheelProps {
  readonly selected: HueName;
  readonly onSelect: (hue: HueName) => void;
  readonly onMove: (hue: HueName, edit: HueEdit, moving: boolean) => void;
}

export function HueWheel({ selected, onSelect, onMove }: HueWheelProps) {
  const frame = useRef<HTMLDivElement>(null);
  const look = useSelectCalmly((state) => state.style?.look ?? null);
  const hues = useSelect((state) => state.editHistory.present.hues);
  const moves = useMemo(() => (look ? hueMoves(look) : []), [look]);
  const named = useMemo(() => (look ? hueMoves(look, Object.values(HUE_CENTERS_DEG)) : []), [look]);
  const size = chartHeight(useWidth(frame, 230), SIZE);
  const drag = useRef<{ hue: HueName; from: Point; edit: HueEdit; moved: HueEdit } | null>(null);

  const place = (event: MouseEvent): Point => {
    const box = frame.current?.getBoundingClientRect();
    return box
      ? { x: event.clientX - box.left - box.width / 2, y: box.top + size / 2 - event.clientY }
      : { x: 0, y: 0 };
  };
  const hueAt = (from: Point): HueName | null => {
    const gaps = named.map((move) => {
      const { x, y } = target(move, size);
      return Math.hypot(x - from.x, y - from.y);
    });
    const nearest = Math.min(...gaps);
    return nearest > REACH_PX ? null : HUE_NAMES[gaps.indexOf(nearest)];
  };
  const onClick = useDoubleClick(() => {
    const { shift, saturation } = hues[selected];
    if (shift !== 0 || saturation !== 0)
      onMove(selected, { ...hues[selected], shift: 0, saturation: 0 }, false);
  });
  const start = (event: MouseEvent) => {
    const from = place(event);
    const hue = hueAt(from);
    if (hue === null) return;
    drag.current = { hue, from, edit: hues[hue], moved: hues[hue] };
    onSelect(hue);
  };
  const move = (event: MouseEvent) => {
    const held = drag.current;
    if (held === null) return;
    if (event.buttons === 0) return stop();
    held.moved = draggedHue(held.edit, held.from, place(event));
    onMove(held.hue, held.moved, true);
  };
  const stop = () => {
    const held = drag.current;
    drag.current = null;
    if (held && held.moved !== held.edit) onMove(held.hue, held.moved, false);
  };

  return (
    <div
      ref={frame}
      className="ff-wheel"
      id="hue-wheel"
      onMouseDown={start}
      onMouseMove={move}
      onMouseUp={stop}
      onMouseLeave={stop}
      onClick={(event) => hueAt(place(event)) && onClick(event)}
    >
      <svg width={size} height={size} viewBox={`0 0 ${size} ${size}`}>
        <circle cx={size / 2} cy={size / 2} r={RIM * size} stroke="#808080" strokeOpacity="0.5" fill="none" />
        {moves.map((each) => (
          <Arrow key={each.fromDeg} move={each} size={size} radiusPx={3} />
        ))}
        {named.map((each, index) => (
          <Arrow
            key={HUE_NAMES[index]}
            move={each}
            size={size}
            radiusPx={HUE_NAMES[index] === selected ? 8 : 6}
            ring={HUE_NAMES[index] === selected ? SELECTED_RING : RING}
          />
        ))}
      </svg>
    </div>
  );
}

/** From the middle of the wheel, y upwards. */
interface Point {
  readonly x: number;
  readonly y: number;
}

interface ArrowProps {
  readonly move: HueMove;
  /** Of the wheel, in px. */
  readonly size: number;
  readonly radiusPx: number;
  readonly ring?: string;
}

function Arrow({ move, size, radiusPx, ring }: ArrowProps) {
  const inWheel = ({ x, y }: Point): Point => ({ x: size / 2 + x, y: size / 2 - y });
  const [from, to] = [inWheel(pointAt(move.fromDeg, RIM * size)), inWheel(target(move, size))];
  return (
    <>
      <path d={`M${from.x} ${from.y}L${to.x} ${to.y}`} stroke={move.color} strokeWidth="2" />
      <circle cx={from.x} cy={from.y} r="2" fill={move.color} />
      <circle
        cx={to.x}
        cy={to.y}
        r={radiusPx}
        fill={move.color}
        stroke={ring ?? move.color}
        strokeWidth="2"
      />
    </>
  );
}

const target = ({ toDeg, chroma }: HueMove, size: number): Point =>
  pointAt(toDeg, RIM * size * Math.min(MAX_CHROMA, chroma));

/** Counter-clockwise from the right, as hue angles are counted. */
function pointAt(deg: number, radiusPx: number): Point {
  const angle = (deg * Math.PI) / 180;
  return { x: radiusPx * Math.cos(angle), y: radiusPx * Math.sin(angle) };
}
