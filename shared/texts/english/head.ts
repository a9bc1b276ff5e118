export const head = {} as const
