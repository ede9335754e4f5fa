import type { FilmfitGroup } from '../../app/state';
import { TEXTS } from '../../app/texts';
import { Section } from '../Section';
import { useSelect, useSession } from '../sessionContext';
import { ActionButton } from '../widgets/ActionButton';

/** What Filmfit made in this document earlier: to take up again, or to remove. */
export function GroupList() {
  const groups = useSelect((state) => state.groups);
  if (groups.length === 0) return null;
  return (
    <Section heading={TEXTS.apply.groupsHeading} id="groups">
      {groups.map((group) => (
        <Group key={group.groupId} group={group} />
      ))}
    </Section>
  );
}

function Group({ group }: { readonly group: FilmfitGroup }) {
  const { applying } = useSession();
  const busy = useSelect((state) => state.applying);
  const texts = TEXTS.apply;
  return (
    <div className={group.selected ? 'ff-row ff-row-selected' : 'ff-row'}>
      <div className="ff-ellipsis" title={group.name}>
        {group.name}
      </div>
      <div className="ff-help">
        {group.selected ? texts.groupSelected : texts.groupLayers(group.layerNames)}
      </div>
      <div className="ff-button-wrap">
        {group.purpose === 'look' && (
          <ActionButton
            id={`edit-group-${group.groupId}`}
            label={texts.editGroup}
            onClick={() => void applying.editGroup(group.groupId)}
          />
        )}
        <ActionButton
          id={`remove-group-${group.groupId}`}
          label={texts.removeGroup}
          disabled={busy}
          onClick={() => void applying.removeGroup(group.groupId)}
        />
      </div>
    </div>
  );
}
