import { app, type Session } from 'electron'
import type { Settings } from '../../shared/settings'

/**
 * Spelling as the settings say. macOS has dictionaries of its own; elsewhere Chromium fetches them from a server as
 * soon as a language is set, checked or not, so none is set until the writer asks for it.
 */
export const applySpelling = (
  session: Session,
  { spellcheck, downloadDictionaries }: Pick<Settings, 'spellcheck' | 'downloadDictionaries'>,
): void => {
  const isFetched = process.platform !== 'darwin'
  const mayCheck = spellcheck && (!isFetched || downloadDictionaries)
  if (isFetched) session.setSpellCheckerLanguages(mayCheck ? languagesFor(session) : [])
  session.setSpellCheckerEnabled(mayCheck)
}

/** The languages of the system that there is a dictionary for. */
const languagesFor = (session: Session): string[] => {
  const known = new Set(session.availableSpellCheckerLanguages)
  return [
    ...new Set(app.getPreferredSystemLanguages().flatMap((tag) => [tag, tag.split('-')[0] ?? tag])),
  ].filter((tag) => known.has(tag))
}
