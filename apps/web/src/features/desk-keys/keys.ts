/** All keys of the desk, where they work, and what they do. The list behind `?` reads this. */
export const KEYS = [
  {
    place: 'Everywhere',
    keys: [
      { keys: ['/'], does: 'Find a customer or a page' },
      { keys: ['⌘ K', 'Ctrl K'], does: 'The same, also while typing' },
      { keys: ['?'], does: 'Show this list' },
    ],
  },
  {
    place: 'In the queue',
    keys: [
      { keys: ['J'], does: 'Go to the next case' },
      { keys: ['K'], does: 'Go to the case before' },
      { keys: ['Enter'], does: 'Open the case' },
    ],
  },
  {
    place: 'On a case',
    keys: [
      { keys: ['A'], does: 'Begin to approve' },
      { keys: ['I'], does: 'Begin to request information' },
      { keys: ['R'], does: 'Begin to reject' },
      { keys: ['D'], does: 'Begin to deactivate' },
    ],
  },
  {
    place: 'In a document, once it has the focus',
    keys: [
      { keys: ['+', '-'], does: 'Zoom in and out' },
      { keys: ['R'], does: 'Turn it' },
      { keys: ['↑', '↓', '←', '→'], does: 'Move it' },
    ],
  },
] as const satisfies readonly { place: string; keys: readonly { keys: readonly string[]; does: string }[] }[];
