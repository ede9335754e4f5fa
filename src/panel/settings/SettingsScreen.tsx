import { GROUP_NAMINGS } from '../../app/groupName';
import { STACK_KINDS } from '../../app/look/layerOptions';
import { ANALYSIS_SIZES_PX, CUBE_SIZES } from '../../app/settings';
import { TEXTS } from '../../app/texts';
import { NoticeView } from '../NoticeView';
import { Screen } from '../Screen';
import { Section } from '../Section';
import { useSession } from '../sessionContext';
import { Button } from '../widgets/Button';
import { CheckSection } from './CheckSection';
import { Choice } from './Choice';

export function SettingsScreen() {
  const session = useSession();
  const texts = TEXTS.settings;
  return (
    <Screen>
      <Section heading={texts.heading} id="settings">
        <Choice
          id="analysis-size"
          setting="analysisLongEdgePx"
          label={texts.analysis}
          help={texts.analysisHelp}
          choices={ANALYSIS_SIZES_PX}
          nameOf={(size) => texts.analysisSizes[size]}
        />
        <Choice
          id="layer-kind"
          setting="layerKind"
          label={texts.layerKind}
          help={texts.layerKindHelp}
          choices={STACK_KINDS}
          nameOf={(kind) => TEXTS.apply.stackKinds[kind]}
        />
        <Choice
          id="group-naming"
          setting="groupNaming"
          label={texts.groupNaming}
          help={texts.groupNamingHelp}
          choices={GROUP_NAMINGS}
          nameOf={(naming) => texts.groupNamings[naming]}
        />
        <Choice
          id="cube-size"
          setting="cubeSize"
          label={texts.cube}
          help={texts.cubeHelp}
          choices={CUBE_SIZES}
          nameOf={(size) => texts.cubeSizes[size]}
        />
        <NoticeView place="settings" />
      </Section>
      <Section heading={texts.helpHeading} id="help">
        <Button
          id="show-guide"
          label={texts.showGuide}
          onClick={() => {
            session.settings.change({ showGuide: true });
            session.showTab('match');
          }}
        />
      </Section>
      <CheckSection />
    </Screen>
  );
}
