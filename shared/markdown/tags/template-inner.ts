/** Where a template puts what stands between a tag and the one that closes it: as it is written, or as markdown. */
export const innerHole = /\{\{\s*inner\s*(\|\s*markdown\s*)?\}\}/g

/** The names of those templates that ask for it. */
export const pairedTemplates = (templates: Readonly<Record<string, string>>): ReadonlySet<string> =>
  new Set(
    Object.entries(templates)
      .filter(([, template]) => template.search(innerHole) >= 0)
      .map(([name]) => name),
  )
