import { TEXTS } from '../app/texts';
import { isConvertible } from '../app/documents';
import { useSelect, useSession } from './sessionContext';
import { ActionButton } from './widgets/ActionButton';

/** The way out for open documents that Filmfit cannot work on: one button each. */
export function ConvertOffer() {
  const session = useSession();
  const documents = useSelect((state) => state.documents);
  return (
    <>
      {documents.filter(isConvertible).map(({ id, name }) => (
        <ActionButton
          key={id}
          id={`convert-${id}`}
          label={TEXTS.convert.button(name)}
          title={TEXTS.convert.hint}
          onClick={() => void session.documents.convertToRgb(id)}
        />
      ))}
    </>
  );
}
