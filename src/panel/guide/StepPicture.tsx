/** A small drawing for each of the first steps, with nothing but rectangles and paths. */
const SIZE = { width: 56, height: 40 };
const LINE = '#8c8c8c';
const WARM = '#e0a458';
const COOL = '#5b9bd5';

function Picture({ x, y, color }: { readonly x: number; readonly y: number; readonly color: string }) {
  return (
    <>
      <rect x={x} y={y} width="24" height="18" fill={color} fillOpacity="0.35" stroke={LINE} />
      <path d={`M${x + 2} ${y + 17}l5 -7l4 4l5 -7l6 10z`} fill={color} />
    </>
  );
}

const DRAWINGS = [
  <>
    <Picture x={2} y={11} color={WARM} />
    <Picture x={30} y={11} color={COOL} />
  </>,
  <>
    <Picture x={10} y={5} color={WARM} />
    <Picture x={20} y={15} color={COOL} />
  </>,
  <>
    {[4, 14, 24].map((y) => (
      <rect key={y} x="30" y={y} width="24" height="8" fill={WARM} fillOpacity="0.35" stroke={LINE} />
    ))}
    <Picture x={2} y={11} color={WARM} />
  </>,
];

export function StepPicture({ step }: { readonly step: number }) {
  return (
    <svg {...SIZE} viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} className="ff-step-picture">
      {DRAWINGS[step]}
    </svg>
  );
}
