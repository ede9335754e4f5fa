import type { UserError } from '../../src/engine/userError';

/** Refusals of a whole file for what it is, not for damage at some place of it; they name the file and what to do. */
const OF_THE_WHOLE = new Set([
  'image-empty',
  'image-unknown-format',
  'image-unsupported',
  'image-too-large',
  'hald-invalid',
  'import-unknown',
  'import-too-large',
  'style-other-format',
  'style-newer',
  'inversion-missing',
  'psd.notPsd',
  'psd.tooLarge',
  'psd.unsupportedDepth',
]);

/** Whether an error says in which line or at which byte the file is damaged. */
export function namesPlace({ code, values }: UserError): boolean {
  const told = Object.entries(values).map(([name, value]) => `${name} ${value}`);
  return OF_THE_WHOLE.has(code) || told.some((text) => /\b(line|byte) \d+/.test(text));
}
