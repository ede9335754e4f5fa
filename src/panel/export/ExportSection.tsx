import { panelExporter, PANEL_EXPORTERS } from '../../app/exportFormats';
import { EXPORT_TEXTS, TEXTS } from '../../app/texts';
import { NoticeView } from '../NoticeView';
import { Section } from '../Section';
import { useSelect, useSession } from '../sessionContext';
import { Button } from '../widgets/Button';
import { Dropdown } from '../widgets/Dropdown';
import { ExportOptions } from './ExportOptions';

/** The look as files: for other programs, to keep, and styles kept earlier. */
export function ExportSection() {
  const { files, stocks, exporting } = useSession();
  const hasStyle = useSelect((state) => state.style !== null);
  const busy = useSelect((state) => state.exporting);
  const format = useSelect((state) => state.exportChoices.format);
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
              if (chosen) exporting.chooseFormat(chosen.id);
            }}
          />
          <div className="ff-help" id="export-use">
            {EXPORT_TEXTS[format].use}. {panelExporter(format).hasCompanion && texts.twoFiles}
          </div>
          <ExportOptions />
        </>
      )}
      <div className="ff-button-wrap">
        {hasStyle && (
          <Button
            id="export"
            label={busy ? texts.exporting : texts.export}
            disabled={busy}
            onClick={() => void exporting.exportLook()}
          />
        )}
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
