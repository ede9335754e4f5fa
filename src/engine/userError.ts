/** An error that the user can do something about. `code` is a key of the texts in src/app/texts; `values` fill its blanks. */
export class UserError extends Error {
  constructor(
    readonly code: string,
    readonly values: Readonly<Record<string, string | number>> = {},
    options?: { cause?: unknown },
  ) {
    super(code, options);
    this.name = 'UserError';
  }
}
