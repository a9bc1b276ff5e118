import { createRegistry } from '../../../shared/base/registry'

const commits = createRegistry<() => void>()

/** Registers how to write a field's pending text into the post; returns a function that removes it. */
export const keepFieldDraft = (commit: () => void): (() => void) => commits.add(commit)

/** Writes pending text of fields into the post before it is saved or another one is shown. */
export const commitFieldDrafts = (): void => {
  for (const commit of commits.all()) commit()
}
