/** The rejection of a cancelled job. UXP has no DOMException, so it is a plain Error with the customary name. */
export function abortError(): Error {
  const error = new Error('The work was cancelled.');
  error.name = 'AbortError';
  return error;
}

export function isAbortError(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
