/** The key and values that many themes use, for generators that leave drafts to the theme. */
export const themeStatus = {
  key: 'status',
  drafts: ['draft'],
  published: ['published', 'publish', 'public', 'live', 'final', 'done'],
  ignoresCase: true,
} as const
