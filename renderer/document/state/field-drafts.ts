type Commit = () => void

const commits = new Set<Commit>()

/** Keeps how to write what stands in a field and not in the post yet; returns how to forget it. */
export const keepFieldDraft = (commit: Commit): (() => void) => {
  commits.add(commit)
  return () => commits.delete(commit)
}

/** Writes what stands in fields into the post, before it is saved or another one is shown. */
export const commitFieldDrafts = (): void => {
  for (const commit of [...commits]) commit()
}
