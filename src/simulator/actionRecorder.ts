/**
 * The Actions panel, as far as plugins add steps to it with `recordAction` (PS 25.0): while recording, a step keeps a
 * name, the name of a global function, and data; played, the function is called inside a modal scope with that data.
 */
import type { ExecutionContext } from './coreModule';
import { HostError } from './hostError';

export interface ActionStep {
  readonly name: string;
  readonly methodName: string;
  readonly info: Readonly<Record<string, unknown>>;
}

type Method = (context: ExecutionContext, info: object) => Promise<unknown>;
type RunModal = <T>(
  target: (context: ExecutionContext) => Promise<T>,
  options: { commandName: string },
) => Promise<T>;

export class ActionRecorder {
  /** Of the Action that is being recorded, or was recorded last. */
  steps: ActionStep[] = [];
  isRecording = false;

  start(): void {
    this.steps = [];
    this.isRecording = true;
  }

  stop(): readonly ActionStep[] {
    this.isRecording = false;
    return this.steps;
  }

  /** `action.recordAction`. Data becomes a descriptor: what JSON cannot say is lost. */
  recordAction = async (step: { name: string; methodName: string }, info?: object): Promise<void> => {
    if (typeof step.methodName !== 'string') throw new HostError('Unsupported napi type', -1);
    if (info === undefined) throw new HostError('Failed Error: Argument 2 is missing', -1);
    if (!this.isRecording) return;
    this.steps.push({ ...step, info: JSON.parse(JSON.stringify(info)) as ActionStep['info'] });
  };

  /** @param globals where the plugin's global functions are. @throws HostError as Photoshop's error dialog says */
  async play(
    step: ActionStep,
    globals: Readonly<Record<string, unknown>>,
    runModal: RunModal,
  ): Promise<unknown> {
    const method = globals[step.methodName];
    if (typeof method !== 'function') throw new HostError('Script action failed.', -1);
    return runModal((context) => (method as Method)(context, { ...step.info }), { commandName: step.name });
  }
}
