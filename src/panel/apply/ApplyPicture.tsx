import { groupOpacity } from '../../app/look/layerOptions';
import { TEXTS } from '../../app/texts';
import { Section } from '../Section';
import { useSelect } from '../sessionContext';

/** The document under the layers. The group's opacity is that of the picture on top. */
export function ApplyPicture() {
  const preview = useSelect((state) => state.applyPreview);
  const opacity = useSelect((state) => groupOpacity(state.layerOptions));
  const hasTarget = useSelect((state) => state.targetDocumentId !== null);
  const texts = TEXTS.apply;
  return (
    <Section heading={texts.previewHeading} id="apply-preview">
      {preview ? (
        <div className="ff-view">
          <img className="ff-look-picture" alt="" src={preview.beforeUrl} />
          <img className="ff-view-picture" alt="" src={preview.afterUrl} style={{ opacity: opacity / 100 }} />
        </div>
      ) : (
        <div className="ff-help">{hasTarget ? TEXTS.result.drawing : texts.noPreview}</div>
      )}
    </Section>
  );
}
