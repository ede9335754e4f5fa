/** What happened, and what helps. */
export interface TextWithRemedy {
  readonly title: string;
  readonly remedy: string;
}
