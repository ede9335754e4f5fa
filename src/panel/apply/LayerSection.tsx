import { canMatchFrame, STACK_KINDS, STRENGTH_WAYS } from '../../app/look/layerOptions';
import { TEXTS } from '../../app/texts';
import { Field } from '../Field';
import { Section } from '../Section';
import { useSelect, useSession } from '../sessionContext';
import { Checkbox } from '../widgets/Checkbox';
import { Dropdown } from '../widgets/Dropdown';
import { Segments } from '../widgets/Segments';
import { StackDistances } from './StackDistances';
import { StrengthSlider } from './StrengthSlider';

/** Of which kind the layers are, what of the look they hold, and how strong they are. */
export function LayerSection() {
  const { look } = useSession();
  const options = useSelect((state) => state.layerOptions);
  const layers = useSelect((state) => state.style?.stack.layers);
  const restacking = useSelect((state) => state.restacking);
  const frame = useSelect((state) => state.style?.frame ?? null);
  const frameKnown = canMatchFrame(frame, options);
  const { kind, withLight, strengthWay } = options;
  const texts = TEXTS.apply;
  return (
    <Section heading={texts.stackKind} id="layer-section">
      <Dropdown
        id="stack-kind"
        options={STACK_KINDS.map((value) => ({ value, label: texts.stackKinds[value] }))}
        selected={kind}
        onSelect={(value) => {
          const chosen = STACK_KINDS.find((each) => each === value);
          if (chosen) look.changeLayers({ kind: chosen });
        }}
      />
      <div className="ff-help">{texts.stackKindHelp[kind]}</div>
      <StackDistances />
      <Checkbox
        id="with-light"
        label={texts.withLight}
        title={texts.withLightHelp}
        checked={withLight}
        onChange={(on) => look.changeLayers({ withLight: on })}
      />
      <Checkbox
        id="match-frame"
        label={texts.matchFrame}
        title={frameKnown ? texts.matchFrameHelp : texts.matchFrameUnknown}
        checked={frameKnown && options.matchFrame}
        disabled={!frameKnown}
        onChange={(on) => look.changeLayers({ matchFrame: on })}
      />
      {withLight && !frameKnown && <div className="ff-help">{texts.matchFrameUnknown}</div>}
      <StrengthSlider />
      <Field label={texts.strengthAs} help={texts.strengthHelp[strengthWay]}>
        <Segments
          options={STRENGTH_WAYS.map((value) => ({ value, label: texts.strengthWays[value] }))}
          selected={strengthWay}
          onSelect={(value) => look.changeLayers({ strengthWay: value })}
        />
      </Field>
      <div className="ff-help" id="layer-names">
        {restacking ? TEXTS.look.updating : layers && texts.layers(layers.map((layer) => layer.name))}
      </div>
    </Section>
  );
}
