import { ANALYSIS_SIZES_PX, CUBE_SIZES } from '../../app/settings';
import { TEXTS } from '../../app/texts';
import { Field } from '../Field';
import { NoticeView } from '../NoticeView';
import { Section } from '../Section';
import { useSelect, useSession } from '../sessionContext';
import { Dropdown } from '../widgets/Dropdown';

export function SettingsScreen() {
  const session = useSession();
  const settings = useSelect((state) => state.settings);
  const texts = TEXTS.settings;
  return (
    <div className="ff-screen">
      <Section heading={texts.heading} id="settings">
        <Field label={texts.analysis} help={texts.analysisHelp}>
          <Dropdown
            id="analysis-size"
            options={ANALYSIS_SIZES_PX.map((size) => ({
              value: `${size}`,
              label: texts.analysisSizes[size],
            }))}
            selected={`${settings.analysisLongEdgePx}`}
            onSelect={(value) => {
              const size = ANALYSIS_SIZES_PX.find((each) => `${each}` === value);
              if (size) session.changeSettings({ analysisLongEdgePx: size });
            }}
          />
        </Field>
        <Field label={texts.cube} help={texts.cubeHelp}>
          <Dropdown
            id="cube-size"
            options={CUBE_SIZES.map((size) => ({ value: `${size}`, label: texts.cubeSizes[size] }))}
            selected={`${settings.cubeSize}`}
            onSelect={(value) => {
              const size = CUBE_SIZES.find((each) => `${each}` === value);
              if (size) session.changeSettings({ cubeSize: size });
            }}
          />
        </Field>
        <NoticeView place="settings" />
      </Section>
    </div>
  );
}
