import { useState } from 'react';
import { CHROMA_POINTS, withChroma } from '../../app/look/lookEdits';
import { saturationAt } from '../../app/look/readouts';
import { TEXTS } from '../../app/texts';
import type { Look } from '../../engine/look';
import { FoldedSection } from '../FoldedSection';
import { useSelect, useSession } from '../sessionContext';
import { Segments } from '../widgets/Segments';
import { ValueSlider } from '../widgets/ValueSlider';
import { ChromaEditor } from './ChromaEditor';

/** Saturation by chroma: points to drag, or to move by slider, number and arrow keys. */
export function ChromaSection() {
  const session = useSession();
  const [point, setPoint] = useState(1);
  const percents = useSelect((state) => state.editHistory.present.chroma);
  const texts = TEXTS.lookStages.chroma;
  const words = (look: Look | undefined) =>
    look ? texts.factor(saturationAt(look, CHROMA_POINTS[point])) : '';
  const learned = useSelect((state) => words(state.style?.fitted));
  const now = useSelect((state) => words(state.style?.look));
  const move = (index: number, value: number, moving: boolean) =>
    session.look.edit((edits) => withChroma(edits, index, value), moving);
  return (
    <FoldedSection
      heading={texts.heading}
      id="look-chroma"
      changed={percents.some((percent) => percent !== 0)}
    >
      <ChromaEditor point={point} onSelect={setPoint} onMove={move} />
      <div className="ff-help">{texts.help}</div>
      <Segments
        options={texts.points.map((label, index) => ({ value: `${index}`, label }))}
        selected={`${point}`}
        onSelect={(value) => setPoint(Number(value))}
      />
      <ValueSlider
        id="chroma-point"
        label={texts.point(texts.points[point])}
        value={percents[point]}
        min={-100}
        max={100}
        help={texts.pointHelp}
        note={learned === now ? learned : TEXTS.look.changed(learned, now)}
        onChange={(value, moving) => move(point, value, moving)}
      />
    </FoldedSection>
  );
}
