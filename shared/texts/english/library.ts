export const library = {
  draft: 'Draft',
} as const
