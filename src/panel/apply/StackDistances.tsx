import { formatNumber } from '../../app/formatNumber';
import { STACK_KINDS } from '../../app/look/layerOptions';
import { TEXTS } from '../../app/texts';
import { Explained } from '../Explained';
import { NumberBar } from '../NumberBar';
import { useSelect } from '../sessionContext';

/** ΔE that the shortest scale of the bars shows: less is not visible. */
const LEAST_SCALE = 1;

/** How near each kind of layers comes to the look, side by side, before one is chosen. */
export function StackDistances() {
  const distances = useSelect((state) => state.stackDistances);
  const kind = useSelect((state) => state.layerOptions.kind);
  const texts = TEXTS.apply;
  const longest = distances && Math.max(LEAST_SCALE, ...Object.values(distances));
  return (
    <div className="ff-field" id="stack-distances">
      <Explained id="stack-distances" help={texts.distancesHelp}>
        <div className="ff-label">{texts.distances}</div>
      </Explained>
      {STACK_KINDS.map((each) => (
        <NumberBar
          key={each}
          id={`distance-${each}`}
          label={texts.stackNames[each]}
          share={distances && longest ? distances[each] / longest : 0}
          value={distances ? formatNumber(distances[each], 1) : texts.measuring}
          strong={each === kind}
        />
      ))}
    </div>
  );
}
