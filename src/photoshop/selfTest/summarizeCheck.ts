import type { SelfTestReport } from './selfTestReport';

/** The report in a few lines, and as the text of a file. */
export interface CheckSummary {
  readonly hostVersion: string;
  readonly passed: number;
  readonly failed: readonly string[];
  readonly worstLayer: { readonly name: string; readonly levels: number } | null;
  readonly fileName: string;
  readonly reportText: string;
}

export function summarizeCheck(report: SelfTestReport): CheckSummary {
  const { host, checks, arithmetic } = report;
  const failed = checks.filter(({ passed }) => !passed);
  const worst = [...arithmetic].sort((a, b) => b.maxLevels - a.maxLevels)[0];
  return {
    hostVersion: host.version,
    passed: checks.length - failed.length,
    failed: failed.map(({ name, detail }) => (detail ? `${name}: ${detail}` : name)),
    worstLayer: worst ? { name: `${worst.layer}, ${worst.bits} bits`, levels: worst.maxLevels } : null,
    fileName: `filmfit-check-photoshop-${host.version}.json`,
    reportText: JSON.stringify(report, null, 2),
  };
}
