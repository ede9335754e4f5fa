import { useState } from 'react';
import type { Notice, Place } from '../app/notice';
import { TEXTS } from '../app/texts';
import { useSelect, useSession } from './sessionContext';
import { useFocusReturn } from './useFocusReturn';
import { ActionButton } from './widgets/ActionButton';

/** The message that belongs to this place in the panel, if there is one. */
export function NoticeView({ place }: { readonly place: Place }) {
  const notice = useSelect((state) => state.notices[place]);
  return notice ? <OpenNotice place={place} notice={notice} /> : null;
}

function OpenNotice({ place, notice }: { readonly place: Place; readonly notice: Notice }) {
  const session = useSession();
  const { onFocus, giveBack } = useFocusReturn();
  const close = () => {
    session.dismiss(place);
    giveBack();
  };
  return (
    <div className={`ff-notice ff-notice-${notice.tone}`} id={`notice-${place}`} onFocus={onFocus}>
      <div className="ff-notice-text">
        <div className="ff-notice-title">{notice.title}</div>
        {notice.remedy && <div className="ff-notice-line">{notice.remedy}</div>}
        {notice.details && <Details key={notice.title} notice={notice} />}
      </div>
      <ActionButton label="✕" quiet title={TEXTS.dismiss} onClick={close} />
    </div>
  );
}

/** What went right tells its details on demand, unless they matter to everyone; what did not, at once. */
function Details({ notice }: { readonly notice: Notice }) {
  const [shown, setShown] = useState(notice.showsDetails ?? notice.tone !== 'positive');
  return (
    <>
      {notice.tone === 'positive' && (
        <button className="ff-details" onClick={() => setShown(!shown)}>
          {shown ? TEXTS.hideDetails : TEXTS.details}
        </button>
      )}
      {shown &&
        notice.details?.map((detail) => (
          <div key={detail} className="ff-notice-line ff-secondary">
            {detail}
          </div>
        ))}
    </>
  );
}
