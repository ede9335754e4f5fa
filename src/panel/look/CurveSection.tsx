import { useState } from 'react';
import { CURVE_NAMES, withCurvePoint, type CurveName } from '../../app/look/lookEdits';
import { TEXTS } from '../../app/texts';
import { Section } from '../Section';
import { useSelect, useSession } from '../sessionContext';
import { Segments } from '../widgets/Segments';
import { ValueSlider } from '../widgets/ValueSlider';
import { CurveEditor } from './CurveEditor';

/** The end of the slider, in levels; points that are dragged may go further. */
const SLIDER_LEVELS = 100;
const MAX_LEVELS = 255;

/** The curves: points to drag, or to move by slider, number and arrow keys. */
export function CurveSection() {
  const session = useSession();
  const [curve, setCurve] = useState<CurveName>('tone');
  const [point, setPoint] = useState(2);
  const levels = useSelect((state) => state.editHistory.present.curves[curve][point]);
  const texts = TEXTS.look;
  const limit = Math.abs(levels) > SLIDER_LEVELS ? MAX_LEVELS : SLIDER_LEVELS;
  const move = (index: number, value: number, moving: boolean) =>
    session.look.edit((edits) => withCurvePoint(edits, curve, index, value), moving);
  return (
    <Section heading={texts.curvesHeading} id="look-curves">
      <Segments
        options={CURVE_NAMES.map((value) => ({ value, label: texts.curveNames[value] }))}
        selected={curve}
        onSelect={setCurve}
      />
      <CurveEditor curve={curve} point={point} onSelect={setPoint} onMove={move} />
      <div className="ff-help">{texts.curvesHelp}</div>
      <Segments
        options={texts.points.map((label, index) => ({ value: `${index}`, label }))}
        selected={`${point}`}
        onSelect={(value) => setPoint(Number(value))}
      />
      <ValueSlider
        id="curve-point"
        label={texts.pointLevels(texts.points[point])}
        value={Math.round(levels)}
        min={-limit}
        max={limit}
        help={texts.pointHelp}
        onChange={(value, moving) => move(point, value, moving)}
      />
    </Section>
  );
}
