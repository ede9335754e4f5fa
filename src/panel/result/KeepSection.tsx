import { TEXTS } from '../../app/texts';
import { NoticeView } from '../NoticeView';
import { Section } from '../Section';
import { useSelect, useSession } from '../sessionContext';
import { Button } from '../widgets/Button';

/** The look as files: a LUT for other programs, the style to keep, and styles kept earlier. */
export function KeepSection() {
  const session = useSession();
  const hasStyle = useSelect((state) => state.style !== null);
  const { files } = session;
  const texts = TEXTS.save;
  return (
    <Section heading={texts.heading} id="keep-section">
      {!hasStyle && <div className="ff-help">{texts.openStyleFirst}</div>}
      <div className="ff-button-wrap">
        {hasStyle && (
          <Button id="save-style" label={texts.saveStyle} onClick={() => void files.saveStyle()} />
        )}
        <Button id="open-style" label={texts.openStyle} onClick={() => void files.openStyle()} />
        {hasStyle && (
          <Button
            id="export-cube"
            label={texts.exportCube}
            title={texts.exportCubeHelp}
            onClick={() => void files.exportCube()}
          />
        )}
      </div>
      <NoticeView place="save" />
    </Section>
  );
}
