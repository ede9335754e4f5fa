import { RGB_SPACE_IDS, type RgbSpaceId } from '../../engine/color/rgbSpace';
import { exportSize, panelExporter } from '../../app/exportFormats';
import { spaceText } from '../../app/exportNotice';
import { EXPORT_TEXTS, TEXTS } from '../../app/texts';
import { Field } from '../Field';
import { useSelect, useSession } from '../sessionContext';
import { ActionButton } from '../widgets/ActionButton';
import { Dropdown } from '../widgets/Dropdown';

/** What a format leaves to choose: steps, the space of the pictures, the camera's profile. */
export function ExportOptions() {
  const { exporting } = useSession();
  const choices = useSelect((state) => state.exportChoices);
  const settingsSize = useSelect((state) => state.settings.cubeSize);
  const lookSpace = useSelect((state) => state.style?.look.space ?? 'srgb');
  const exporter = panelExporter(choices.format);
  const { sizes, takesSpace, id } = exporter;
  const texts = TEXTS.save;
  const size = exportSize(exporter, choices, settingsSize);
  const nameOf = (space: RgbSpaceId) => TEXTS.spaces[space] ?? space;
  return (
    <>
      {size !== null && (
        <Field label={EXPORT_TEXTS[id].size ?? texts.size}>
          <Dropdown
            id="export-size"
            options={[...sizes].sort((a, b) => a - b).map((each) => ({ value: `${each}`, label: `${each}` }))}
            selected={`${size}`}
            onSelect={(value) => exporting.chooseSize(Number(value))}
          />
        </Field>
      )}
      {takesSpace ? (
        <Field label={texts.space}>
          <Dropdown
            id="export-space"
            options={RGB_SPACE_IDS.map((space) => ({
              value: space,
              label: space === lookSpace ? texts.ownSpace(nameOf(space)) : nameOf(space),
            }))}
            selected={choices.space ?? lookSpace}
            onSelect={(value) => {
              const space = RGB_SPACE_IDS.find((each) => each === value) ?? null;
              exporting.chooseSpace(space === lookSpace ? null : space);
            }}
          />
        </Field>
      ) : (
        <div className="ff-help">{spaceText(exporter.pictureSpace(lookSpace))}</div>
      )}
      {id === 'dcp' && (
        <div className="ff-button-wrap">
          <ActionButton
            id="export-base"
            label={choices.baseDcp ? texts.baseChosen(choices.baseDcp.fileName) : texts.chooseBase}
            onClick={() => void exporting.chooseBaseDcp()}
          />
        </div>
      )}
    </>
  );
}
