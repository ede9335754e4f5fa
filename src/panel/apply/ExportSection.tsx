import { PANEL_EXPORTERS } from '../../app/exportFormats';
import { EXPORT_TEXTS } from '../../app/exportTexts';
import { TEXTS } from '../../app/texts';
import { NoticeView } from '../NoticeView';
import { Section } from '../Section';
import { useSelect, useSession } from '../sessionContext';
import { Button } from '../widgets/Button';
import { Dropdown } from '../widgets/Dropdown';

/** The look as files: for other programs, to keep, and styles kept earlier. */
export function ExportSection() {
  const { files, stocks } = useSession();
  const hasStyle = useSelect((state) => state.style !== null);
  const format = useSelect((state) => state.exportFormat);
  const cubeSize = useSelect((state) => state.settings.cubeSize);
  const space = useSelect((state) => state.style?.look.space ?? '');
  const texts = TEXTS.save;
  return (
    <Section heading={texts.heading} id="export-section">
      {hasStyle && (
        <>
          <div className="ff-label">{texts.exportAs}</div>
          <Dropdown
            id="export-format"
            options={PANEL_EXPORTERS.map(({ id }) => ({ value: id, label: EXPORT_TEXTS[id].label }))}
            selected={format}
            onSelect={(value) => {
              const chosen = PANEL_EXPORTERS.find(({ id }) => id === value);
              if (chosen) files.chooseFormat(chosen.id);
            }}
          />
          <div className="ff-help">
            {EXPORT_TEXTS[format].use}. {texts.profileNote(TEXTS.spaces[space] ?? space)}{' '}
            {texts.sizeNote(cubeSize)}
          </div>
        </>
      )}
      <div className="ff-button-wrap">
        {hasStyle && <Button id="export" label={texts.export} onClick={() => void files.exportLook()} />}
        {hasStyle && <Button id="keep-stock" label={texts.keep} onClick={() => void stocks.keep()} />}
        {hasStyle && (
          <Button id="save-style" label={texts.saveStyle} onClick={() => void files.saveStyle()} />
        )}
        <Button id="open-style" label={texts.openStyle} onClick={() => void files.openStyle()} />
      </div>
      <NoticeView place="save" />
      <NoticeView place="stocks" />
    </Section>
  );
}
