import { useRef, type MutableRefObject } from 'react';
import { formatPercent } from '../app/formatNumber';
import type { MatchProgress } from '../app/state';
import { lookUp } from '../app/lookUp';
import { TEXTS } from '../app/texts';
import { whatIsMissing } from '../app/whatIsMissing';
import { NoticeView } from './NoticeView';
import { useSelect, useSession } from './sessionContext';
import { useFocusHandOver } from './useFocusHandOver';
import { Button } from './widgets/Button';
import { ProgressBar } from './widgets/ProgressBar';

/** Always in sight: what to do next, how far it is, and what came of it. */
export function ActionFooter() {
  const progress = useSelect((state) => state.progress);
  const batonRef = useRef(false);
  return (
    <div className="ff-footer">
      <NoticeView place="match" />
      <NoticeView place="apply" />
      {progress ? <Progress progress={progress} batonRef={batonRef} /> : <NextSteps batonRef={batonRef} />}
    </div>
  );
}

interface Handed {
  readonly batonRef: MutableRefObject<boolean>;
}

function NextSteps({ batonRef }: Handed) {
  const box = useFocusHandOver(batonRef, '#apply, #match:only-child');
  const session = useSession();
  const missing = useSelect(whatIsMissing);
  const hasStyle = useSelect((state) => state.style !== null);
  const applying = useSelect((state) => state.applying);
  const onMatchTab = useSelect((state) => state.tab === 'match');
  const canApply = useSelect((state) => state.targetDocumentId !== null);
  return (
    <div className="ff-buttons" ref={box}>
      {(onMatchTab || !hasStyle) && (
        <Button
          id="match"
          label={hasStyle ? TEXTS.match.again : TEXTS.match.button}
          variant={hasStyle ? 'secondary' : 'cta'}
          disabled={missing !== null || applying}
          title={TEXTS.match.hint}
          onClick={() => void session.matching.match()}
        />
      )}
      {hasStyle && (
        <Button
          id="apply"
          label={applying ? TEXTS.apply.applying : TEXTS.apply.button}
          variant="cta"
          disabled={!canApply || applying}
          onClick={() => void session.applying.apply()}
        />
      )}
    </div>
  );
}

function Progress({ progress, batonRef }: Handed & { readonly progress: MatchProgress }) {
  const box = useFocusHandOver(batonRef, '#cancel');
  const session = useSession();
  const { stage, fraction, timeLeftMs } = progress;
  return (
    <div id="progress" ref={box}>
      <div className="ff-label-row">
        <div className="ff-label">{lookUp(TEXTS.stages, stage) ?? TEXTS.stages.all}</div>
        <div className="ff-value">
          {timeLeftMs === null ? formatPercent(fraction) : TEXTS.timeLeft(timeLeftMs)}
        </div>
      </div>
      <div className="ff-progress-row">
        <ProgressBar fraction={fraction} />
        <Button id="cancel" label={TEXTS.match.cancel} onClick={() => session.matching.cancel()} />
      </div>
    </div>
  );
}
