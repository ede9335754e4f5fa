import { useState } from 'react';
import { MIX_PLACES } from '../../app/look/editStages';
import { MIX_NAMES, NO_EDITS, withMix, type MixName } from '../../app/look/lookEdits';
import { TEXTS } from '../../app/texts';
import type { Look } from '../../engine/look';
import { Explained } from '../Explained';
import { FoldedSection } from '../FoldedSection';
import { useSelect, useSession } from '../sessionContext';
import { Segments } from '../widgets/Segments';
import { ValueSlider } from '../widgets/ValueSlider';

const CHANNELS = ['red', 'green', 'blue'] as const;

/** The matrix: what each channel takes of the others. */
export function MixingSection() {
  const [into, setInto] = useState(0);
  const mixing = useSelect((state) => state.editHistory.present.mixing);
  const texts = TEXTS.lookStages.mixing;
  return (
    <FoldedSection
      heading={texts.heading}
      id="look-mixing"
      changed={MIX_NAMES.some((name) => mixing[name] !== NO_EDITS.mixing[name])}
    >
      <div className="ff-help">{texts.help}</div>
      <Segments
        options={CHANNELS.map((channel, index) => ({ value: `${index}`, label: TEXTS.channels[channel] }))}
        selected={`${into}`}
        onSelect={(value) => setInto(Number(value))}
      />
      {MIX_NAMES.filter((name) => MIX_PLACES[name].into === into).map((name) => (
        <MixSlider key={name} name={name} value={mixing[name]} />
      ))}
      <OwnShare channel={into} />
    </FoldedSection>
  );
}

function MixSlider({ name, value }: { readonly name: MixName; readonly value: number }) {
  const session = useSession();
  const { into, from } = MIX_PLACES[name];
  const texts = TEXTS.lookStages.mixing;
  return (
    <ValueSlider
      id={`mix-${name}`}
      label={texts.from(CHANNELS[into], CHANNELS[from])}
      value={value}
      min={-100}
      max={100}
      help={texts.fromHelp}
      note={useShare(into, from)}
      onChange={(changed, moving) => session.look.edit((edits) => withMix(edits, name, changed), moving)}
    />
  );
}

function OwnShare({ channel }: { readonly channel: number }) {
  const texts = TEXTS.lookStages.mixing;
  return (
    <Explained id="mix-own-share" help={texts.ownHelp}>
      <div className="ff-label-row">
        <div className="ff-label">{texts.own(CHANNELS[channel])}</div>
        <div className="ff-value" id="mix-own">
          {useShare(channel, channel)}
        </div>
      </div>
    </Explained>
  );
}

/** A number of the matrix in words: as learned, and as it is now where that is something else. */
function useShare(row: number, column: number): string {
  const words = (look: Look | undefined) =>
    look ? TEXTS.lookStages.mixing.share(look.matrix[3 * row + column]) : '';
  const learned = useSelect((state) => words(state.style?.fitted));
  const now = useSelect((state) => words(state.style?.look));
  return learned === now ? learned : TEXTS.look.changed(learned, now);
}
