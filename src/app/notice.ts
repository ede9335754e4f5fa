/** What the panel tells the user, and where. */

/** Where in the panel a message belongs: beside what the user did. */
export type Place = 'match' | 'apply' | 'negative' | 'save' | 'look' | 'stocks' | 'settings';

/** A message. */
export interface Notice {
  readonly tone: 'negative' | 'positive' | 'notice';
  readonly title: string;
  /** What the user can do about it. */
  readonly remedy?: string;
  /** More lines for those who want to know. */
  readonly details?: readonly string[];
  /** Whether the details are there at once. @default only when the tone is not positive */
  readonly showsDetails?: boolean;
}
