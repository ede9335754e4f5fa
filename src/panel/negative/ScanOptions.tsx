import {
  FILM_BASE_SOURCES,
  SCAN_CURVES,
  type FilmBaseSource,
  type ScanCurve,
} from '../../app/negative/scanOptions';
import { TEXTS } from '../../app/texts';
import { Field } from '../Field';
import { useSelect, useSession } from '../sessionContext';
import { Dropdown } from '../widgets/Dropdown';

const texts = TEXTS.negative;

/** What the encoded values of the scan mean, where the profile does not tell. */
export function ScanCurveChoice({ id }: { readonly id: string }) {
  const { negatives } = useSession();
  const curve = useSelect((state) => state.scanCurve);
  return (
    <Field label={texts.curve} help={texts.curveHelp}>
      <Dropdown
        id={id}
        options={SCAN_CURVES.map((value) => ({ value, label: texts.curves[value] }))}
        selected={curve}
        onSelect={(value) => negatives.chooseCurve(value as ScanCurve)}
      />
    </Field>
  );
}

/** Where unexposed film is. */
export function FilmBaseChoice() {
  const { negatives } = useSession();
  const base = useSelect((state) => state.filmBase);
  return (
    <Field label={texts.base} help={texts.baseHelp}>
      <Dropdown
        id="film-base"
        options={FILM_BASE_SOURCES.map((value) => ({ value, label: texts.bases[value] }))}
        selected={base}
        onSelect={(value) => negatives.chooseFilmBase(value as FilmBaseSource)}
      />
    </Field>
  );
}

const NO_FLAT = 'none';

export interface FlatChoiceProps {
  readonly id: string;
  readonly help: string;
  /** Documents that are no flat frame: the scan itself, and its partner. */
  readonly except: readonly (number | null)[];
}

/** The document with the light without film; nothing where no document could be it. */
export function FlatChoice({ id, help, except }: FlatChoiceProps) {
  const { negatives } = useSession();
  const documents = useSelect((state) => state.documents);
  const flat = useSelect((state) => state.flatDocumentId);
  const others = documents.filter(
    (document) => !except.includes(document.id) && document.unsupported === null,
  );
  if (others.length === 0) return null;
  const chosen = others.find((document) => document.id === flat);
  return (
    <Field label={texts.flat} help={help}>
      <Dropdown
        id={id}
        options={[
          { value: NO_FLAT, label: texts.noFlat },
          ...others.map((document) => ({ value: `${document.id}`, label: document.name })),
        ]}
        selected={chosen ? `${chosen.id}` : NO_FLAT}
        onSelect={(value) => negatives.chooseFlat(value === NO_FLAT ? null : Number(value))}
      />
    </Field>
  );
}
