/** What the process says to the shell when it ends. */
export const EXIT = {
  done: 0,
  wrongUsage: 2,
  notAligned: 3,
  fileTrouble: 4,
  otherTrouble: 5,
  /** 128 + SIGINT, as shells expect it. */
  cancelled: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
