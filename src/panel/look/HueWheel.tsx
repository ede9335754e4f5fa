import { useMemo } from 'react';
import { hueMoves, type HueMove } from '../../app/look/hueWheel';
import { useSelect } from '../sessionContext';

const SIZE_PX = 190;
const CENTER = SIZE_PX / 2;
/** Where the hues of the photo stand. */
const RIM_PX = 66;
/** A chroma that grows by half stays inside. */
const MAX_CHROMA = 1.38;

/** Every hue stands on the ring; the line leads to where the look takes it, further out for more saturation. */
export function HueWheel() {
  const look = useSelect((state) => state.style?.look ?? null);
  const moves = useMemo(() => (look ? hueMoves(look) : []), [look]);
  return (
    <div className="ff-wheel" id="hue-wheel">
      <svg width={SIZE_PX} height={SIZE_PX} viewBox={`0 0 ${SIZE_PX} ${SIZE_PX}`}>
        <circle cx={CENTER} cy={CENTER} r={RIM_PX} stroke="#808080" strokeOpacity="0.5" fill="none" />
        {moves.map((move) => {
          const from = pointAt(move.fromDeg, RIM_PX);
          const to = pointAt(move.toDeg, RIM_PX * Math.min(MAX_CHROMA, move.chroma));
          return <Arrow key={move.fromDeg} move={move} from={from} to={to} />;
        })}
      </svg>
    </div>
  );
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function Arrow({ move, from, to }: { readonly move: HueMove; readonly from: Point; readonly to: Point }) {
  return (
    <>
      <path d={`M${from.x} ${from.y}L${to.x} ${to.y}`} stroke={move.color} strokeWidth="2" />
      <circle cx={from.x} cy={from.y} r="2.5" fill={move.color} />
      <circle cx={to.x} cy={to.y} r="5" fill={move.color} stroke="#ffffff" strokeOpacity="0.7" />
    </>
  );
}

/** Counter-clockwise from the right, as hue angles are counted. */
function pointAt(deg: number, radiusPx: number): Point {
  const angle = (deg * Math.PI) / 180;
  return { x: CENTER + radiusPx * Math.cos(angle), y: CENTER - radiusPx * Math.sin(angle) };
}
