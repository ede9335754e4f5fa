import { TEXTS } from '../../app/texts';
import { useSelect, useSession } from '../sessionContext';
import { ActionButton } from '../widgets/ActionButton';
import { ThumbnailView } from './ThumbnailView';

/** The matched pair in one line, so that the result has the room. */
export function ChosenPair() {
  const session = useSession();
  const film = useSelect((state) => state.film);
  const digital = useSelect((state) => state.digital);
  const evidence = useSelect((state) => state.evidence);
  if (evidence === null) return null;
  return (
    <div className="ff-pair" id="chosen-pair">
      <ThumbnailView source={film} small />
      <ThumbnailView source={digital} small />
      <div className="ff-pair-names">
        <div className="ff-ellipsis">{evidence.filmName}</div>
        <div className="ff-ellipsis ff-secondary">{evidence.digitalName}</div>
      </div>
      <ActionButton
        id="change-pair"
        label={TEXTS.match.change}
        quiet
        onClick={() => session.choosePictures()}
      />
    </div>
  );
}
