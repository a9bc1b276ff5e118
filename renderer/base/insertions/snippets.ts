import { getSettings } from '../settings-store'

/** A text to insert; `${name}` in it is a field to fill in. */
export interface Snippet {
  readonly name: string
  readonly body: string
}

let ofSite: readonly Snippet[] = []

/** Takes the snippets of the open site; those of the writer go before them. */
export const setSiteSnippets = (snippets: Readonly<Record<string, string>>): void => {
  ofSite = Object.entries(snippets).map(([name, body]) => ({ name, body }))
}

/** The snippets of the writer and of the open site, one of a name. */
export const snippetsNow = (): readonly Snippet[] => {
  const own = Object.entries(getSettings().snippets).map(([name, body]) => ({ name, body }))
  return [...own, ...ofSite.filter(({ name }) => !own.some((other) => other.name === name))]
}
