/** Where the theme decides what a draft is, many have a word for it. */
export const themeStatus = {
  key: 'status',
  drafts: ['draft'],
  published: ['published', 'publish', 'public', 'live', 'final', 'done'],
  ignoresCase: true,
} as const
