type Commit = () => void

const commits = new Set<Commit>()

/** Registers how to write a field's pending text into the post; returns a function that removes it. */
export const keepFieldDraft = (commit: Commit): (() => void) => {
  commits.add(commit)
  return () => commits.delete(commit)
}

/** Writes pending text of fields into the post before it is saved or another one is shown. */
export const commitFieldDrafts = (): void => {
  for (const commit of [...commits]) commit()
}
