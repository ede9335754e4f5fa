import { fillBlanks } from '../../app/fillBlanks';
import { lookUp } from '../../app/lookUp';
import { TEXTS } from '../../app/texts';
import { useSelect } from '../sessionContext';

/** What the engine was not sure about, each with what helps. */
export function WarningList() {
  const warnings = useSelect((state) => state.evidence?.warnings);
  return (
    <>
      {warnings?.map(({ code, values }) => {
        const text = lookUp(TEXTS.warnings, code) ?? TEXTS.warnings.default;
        const blanks = { code, ...values };
        return (
          <div key={code} className="ff-notice ff-notice-notice">
            <div className="ff-notice-text">
              <div className="ff-notice-title">{fillBlanks(text.title, blanks)}</div>
              <div className="ff-notice-line">{fillBlanks(text.remedy, blanks)}</div>
            </div>
          </div>
        );
      })}
    </>
  );
}
