import type { Role } from '../../app/state';
import { TEXTS } from '../../app/texts';
import { useSelect, useSession } from '../sessionContext';
import { NumberField } from '../widgets/NumberField';

export interface PlaceNumbersProps {
  readonly role: Role;
  readonly index: number;
}

/** Where a marked place lies, for whoever has no mouse or wants it exactly. */
export function PlaceNumbers({ role, index }: PlaceNumbersProps) {
  const { hints: actions } = useSession();
  const place = useSelect((state) => state.hints.points[role][index]);
  if (!place) return null;
  const texts = TEXTS.hints;
  const field = (axis: 'x' | 'y', unit: string) => (
    <>
      <NumberField
        id={`place-${role}-${axis}`}
        value={100 * place[axis]}
        min={0}
        max={100}
        decimals={1}
        title={unit}
        onChange={(percent) => actions.move(role, index, { ...place, [axis]: percent / 100 })}
      />
      <div className="ff-place-unit">{unit}</div>
    </>
  );
  return (
    <div className="ff-place" id={`place-${role}`}>
      <div className="ff-label">{texts.place[role](index + 1)}</div>
      <div className="ff-place-fields">
        {field('x', texts.across)}
        {field('y', texts.down)}
      </div>
    </div>
  );
}
