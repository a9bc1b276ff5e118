import { getSettings } from '../settings-store'

/** A text to insert; `${name}` in it is a field to fill in. */
export interface Snippet {
  readonly name: string
  readonly body: string
}

let ofSite: readonly Snippet[] = []

/** Sets the snippets of the open site; the user's own take precedence. */
export const setSiteSnippets = (snippets: Readonly<Record<string, string>>): void => {
  ofSite = Object.entries(snippets).map(([name, body]) => ({ name, body }))
}

/** The snippets of the user and of the open site, one per name. */
export const snippetsNow = (): readonly Snippet[] => {
  const own = Object.entries(getSettings().snippets).map(([name, body]) => ({ name, body }))
  return [...own, ...ofSite.filter(({ name }) => !own.some((other) => other.name === name))]
}
