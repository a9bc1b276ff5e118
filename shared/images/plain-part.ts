/** The longest part of a file's name that a reference spells as it is: the other signs may be percent-encoded or escaped. */
export const plainPart = (name: string): string =>
  (name.match(/[\w.-]+/g) ?? []).reduce(
    (longest, part) => (part.length > longest.length ? part : longest),
    '',
  )
