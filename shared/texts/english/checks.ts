export const checks = {
  hint: 'Hint',
  warning: 'Warning',
  error: 'Error',
  textChanged: 'The text has changed there. It is being checked again.',
  fixAlike: '{count, plural, one {Fix # problem of this kind} other {Fix all # problems of this kind}}',
} as const
