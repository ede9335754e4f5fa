import { TEXTS } from '../../app/texts';
import { BeforeAfter } from '../BeforeAfter';
import { useSelect } from '../sessionContext';

/** The picture with the look as it is now, as strong as it would be applied. */
export function LookPicture() {
  const preview = useSelect((state) => state.lookPreview);
  const strength = useSelect((state) => state.layerOptions.strength);
  if (preview === null) return <div className="ff-help">{TEXTS.look.noPicture}</div>;
  return (
    <div id="look-picture">
      <BeforeAfter preview={preview} opacity={strength} />
    </div>
  );
}
