/** Collects results: one that fails is written down, and the next one runs. */
import type { ExecutionContext } from 'photoshop';
import { abortError } from '../hostErrors';
import type { CheckResult } from './selfTestReport';

export class Recorder {
  readonly checks: CheckResult[] = [];
  readonly measurements: Record<string, unknown> = {};

  constructor(private readonly context: ExecutionContext | null) {}

  async check(name: string, run: () => void | Promise<void>): Promise<void> {
    const detail = await this.attempt(run);
    this.checks.push(detail === null ? { name, passed: true } : { name, passed: false, detail });
  }

  /** What cannot be measured is written down as the reason why. */
  async measure(name: string, run: () => unknown): Promise<void> {
    const detail = await this.attempt(async () => {
      this.measurements[name] = await run();
    });
    if (detail !== null) this.measurements[name] = { refused: detail };
  }

  /** @returns what went wrong, or null. @throws AbortError after Cancel. */
  private async attempt(run: () => unknown): Promise<string | null> {
    try {
      await run();
      return null;
    } catch (error) {
      if (this.context?.isCancelled) throw abortError();
      return error instanceof Error ? describe(error) : String(error);
    }
  }
}

const describe = (error: Error): string => {
  const values = 'values' in error ? ` ${JSON.stringify(error.values)}` : '';
  return error.message + values;
};
