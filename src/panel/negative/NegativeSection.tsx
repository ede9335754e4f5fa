import { INVERSION_CONTRAST, INVERSION_EXPOSURE_MAX } from '../../app/look/layerOptions';
import { inversionRows, inversionTitle, scannerCurveWords } from '../../app/negative/inversionWords';
import { TEXTS } from '../../app/texts';
import type { Inversion } from '../../engine/negative/inversion';
import { Explained } from '../Explained';
import { NoticeView } from '../NoticeView';
import { Section } from '../Section';
import { useSelect, useSession } from '../sessionContext';
import { ActionButton } from '../widgets/ActionButton';
import { Checkbox } from '../widgets/Checkbox';
import { ValueSlider } from '../widgets/ValueSlider';
import { NegativeChoice } from './NegativeChoice';
import { FilmBaseChoice, FlatChoice, ScanCurveChoice } from './ScanOptions';

const CHANNELS = ['red', 'green', 'blue'] as const;

/** The target document as a positive without a digital partner: with the roll's numbers, or by itself. */
export function NegativeSection() {
  const { look, negatives } = useSession();
  const roll = useSelect((state) => state.style?.inversion ?? null);
  const useRoll = useSelect((state) => state.useRollInversion);
  const inverted = useSelect((state) => state.inverted);
  const exposure = useSelect((state) => state.layerOptions.inversionExposure);
  const contrast = useSelect((state) => state.layerOptions.inversionContrast);
  const target = useSelect((state) => state.targetDocumentId);
  const busy = useSelect((state) => state.applying || state.targetDocumentId === null);
  const texts = TEXTS.negative;
  const withRoll = roll !== null && useRoll;
  const shown = withRoll ? roll : (inverted?.inversion ?? null);
  return (
    <Section heading={texts.heading} id="negative-section">
      <NoticeView place="negative" />
      {roll ? (
        <Checkbox id="use-roll" label={texts.useRoll} checked={useRoll} onChange={negatives.useRoll} />
      ) : (
        <div className="ff-help">{texts.noRoll}</div>
      )}
      {!withRoll && (
        <>
          <NegativeChoice id="negative-kind" label={texts.document} />
          <FilmBaseChoice />
          <ScanCurveChoice id="scan-curve" />
        </>
      )}
      <FlatChoice id="flat-frame" help={texts.flatHelp} except={[target]} />
      <ValueSlider
        id="inversion-exposure"
        label={texts.exposure}
        help={texts.exposureHelp}
        value={exposure}
        min={-INVERSION_EXPOSURE_MAX}
        max={INVERSION_EXPOSURE_MAX}
        onChange={(value) => look.changeLayers({ inversionExposure: value })}
      />
      <ValueSlider
        id="inversion-contrast"
        label={texts.contrast}
        help={texts.contrastHelp}
        value={contrast}
        min={INVERSION_CONTRAST.min}
        max={INVERSION_CONTRAST.max}
        reset={100}
        onChange={(value) => look.changeLayers({ inversionContrast: value })}
      />
      <div className="ff-button-wrap">
        <ActionButton
          id="invert-frame"
          label={texts.invert}
          disabled={busy}
          onClick={() => void negatives.invert()}
        />
      </div>
      <div className="ff-help">{texts.help}</div>
      {shown && <InversionNumbers inversion={shown} />}
    </Section>
  );
}

/** A line a parameter: red, green and blue. */
function InversionNumbers({ inversion }: { readonly inversion: Inversion }) {
  return (
    <div id="inversion-numbers">
      <div className="ff-line">{inversionTitle(inversion)}</div>
      <div className="ff-channel-heads">
        <Channels values={CHANNELS.map((channel) => TEXTS.channels[channel])} />
      </div>
      {inversionRows(inversion).map(({ id, name, values, help }) => (
        <Explained key={id} id={`inversion-${id}`} help={help}>
          <div className="ff-label-row">
            <div className="ff-label">{name}</div>
            <Channels values={values} />
          </div>
        </Explained>
      ))}
      <div className="ff-help">{scannerCurveWords(inversion)}</div>
    </div>
  );
}

/** Three columns that stand below each other. */
function Channels({ values }: { readonly values: readonly string[] }) {
  return (
    <div className="ff-channels">
      {values.map((value, index) => (
        <div key={CHANNELS[index]} className="ff-channel">
          {value}
        </div>
      ))}
    </div>
  );
}
