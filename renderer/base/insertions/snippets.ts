import { create } from 'zustand'
import { getSettings } from '../settings-store'

/** A text to insert; `${name}` in it is a field to fill in. */
export interface Snippet {
  readonly name: string
  readonly body: string
}

const useSiteSnippets = create<readonly Snippet[]>(() => [])

/** Sets the snippets of the open site; the user's own take precedence. */
export const setSiteSnippets = (snippets: Readonly<Record<string, string>>): void =>
  useSiteSnippets.setState(snippetsOf(snippets), true)

const snippetsOf = (bodies: Readonly<Record<string, string>>): readonly Snippet[] =>
  Object.entries(bodies).map(([name, body]) => ({ name, body }))

/** The snippets of the user and of the open site, one per name. */
export const snippetsNow = (): readonly Snippet[] => {
  const own = snippetsOf(getSettings().snippets)
  return [
    ...own,
    ...useSiteSnippets.getState().filter(({ name }) => !own.some((other) => other.name === name)),
  ]
}
