import { groupOpacity } from '../../app/look/layerOptions';
import { TEXTS } from '../../app/texts';
import { BeforeAfter } from '../BeforeAfter';
import { useSelect } from '../sessionContext';

/** The document under the layers that Apply would make. */
export function ApplyPicture() {
  const preview = useSelect((state) => state.applyPreview);
  const opacity = useSelect((state) => groupOpacity(state.layerOptions));
  const hasTarget = useSelect((state) => state.targetDocumentId !== null);
  return (
    <div id="apply-preview">
      {preview ? (
        <BeforeAfter preview={preview} opacity={opacity} />
      ) : (
        <div className="ff-help">{hasTarget ? TEXTS.result.drawing : TEXTS.apply.noPreview}</div>
      )}
    </div>
  );
}
