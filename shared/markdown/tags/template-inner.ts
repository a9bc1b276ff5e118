/** The place in a template for the content of a paired tag, inserted as written or as markdown. */
export const innerHole = /\{\{\s*inner\s*(\|\s*markdown\s*)?\}\}/g

/** The names of the templates that have such a place. */
export const pairedTemplates = (templates: Readonly<Record<string, string>>): ReadonlySet<string> =>
  new Set(
    Object.entries(templates)
      .filter(([, template]) => template.search(innerHole) >= 0)
      .map(([name]) => name),
  )
