import { TEXTS } from '../../app/texts';
import { useSession } from '../sessionContext';
import { Button } from '../widgets/Button';

/** For those who come back with a look that they saved. */
export function OpenStyle() {
  const session = useSession();
  return (
    <div id="open-style-section">
      <div className="ff-help">{TEXTS.save.openStyleFirst}</div>
      <div className="ff-button-wrap">
        <Button id="open-style" label={TEXTS.save.openStyle} onClick={() => void session.files.openStyle()} />
      </div>
    </div>
  );
}
