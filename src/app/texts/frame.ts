/** What stands around every screen: tabs, messages, the first steps, the dialogs of the menu commands. */

const CONTACT = 'If it happens again, please report it with the details below.';

export const FRAME_TEXTS = {
  tabs: { match: 'Match', look: 'Look', apply: 'Apply', stocks: 'Stocks', settings: 'Settings and help' },

  unexpectedError: { title: 'Something unexpected went wrong.', remedy: `Please try again. ${CONTACT}` },

  details: 'Details',

  hideDetails: 'Fewer details',

  dismiss: 'Close this message',

  help: 'What does this mean?',

  guide: {
    heading: 'First steps',
    steps: [
      { title: '1. Open two pictures', text: 'A film scan and a digital photo of the same scene.' },
      { title: '2. Match', text: 'Filmfit lays them over each other and learns the film’s colors.' },
      { title: '3. Apply', text: 'The look becomes adjustment layers that you can edit.' },
    ],
    close: 'Got it',
  },

  commands: {
    applyStock: {
      title: 'Apply stock',
      apply: 'Apply',
      cancel: 'Cancel',
      empty: 'There are no stocks yet. Match two pictures and keep the look under Stocks.',
    },
  },
} as const;
