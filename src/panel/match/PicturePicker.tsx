import { formatSize } from '../../app/formatNumber';
import { findSource, listSources, sourceKey, type SourceChoice } from '../../app/pictureSources';
import type { Role } from '../../app/state';
import { TEXTS } from '../../app/texts';
import { useSelect, useSession } from '../sessionContext';
import { Checkbox } from '../widgets/Checkbox';
import { Dropdown } from '../widgets/Dropdown';
import { ThumbnailView } from './ThumbnailView';

/** One of the two pictures: its thumbnail, and the list to choose it from. */
export function PicturePicker({ role }: { readonly role: Role }) {
  const session = useSession();
  const documents = useSelect((state) => state.documents);
  const source = useSelect((state) => state[role]);
  const selectionOnly = useSelect((state) => state.selectionOnly[role]);
  const choices = listSources(documents);
  const choice = findSource(documents, source);
  return (
    <div className="ff-picker" id={`pick-${role}`}>
      <ThumbnailView source={source} showCrop={role === 'film' && !selectionOnly} />
      <div className="ff-picker-text">
        <div className="ff-role" title={TEXTS.roleHints[role]}>
          {TEXTS.roles[role]}
        </div>
        <Dropdown
          id={`${role}-picture`}
          options={choices.map((each) => ({ value: sourceKey(each.source), label: optionLabel(each) }))}
          selected={source && sourceKey(source)}
          placeholder={TEXTS.choosePicture}
          onSelect={(key) => {
            const picked = choices.find((each) => sourceKey(each.source) === key);
            if (picked) session.documents.choose(role, picked.source);
          }}
        />
        <div className="ff-help">{choice ? describe(choice) : TEXTS.roleHints[role]}</div>
        <Checkbox
          id={`${role}-selection-only`}
          label={TEXTS.selectionOnly}
          title={TEXTS.selectionOnlyHint}
          checked={selectionOnly}
          onChange={(on) => session.documents.useSelectionOnly(role, on)}
        />
      </div>
    </div>
  );
}

function optionLabel({ name, isLayer }: SourceChoice): string {
  return isLayer ? `\u2003${name}` : name;
}

function describe({ document, unsupported }: SourceChoice): string {
  if (unsupported !== null) return TEXTS.unsupported[unsupported];
  const size = formatSize(document.widthPx, document.heightPx);
  if (document.profileKnown) return size;
  return `${size}. ${document.profileName === '' ? TEXTS.profileUntagged : TEXTS.profileUnknown}`;
}
