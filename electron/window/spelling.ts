import { app, type Session } from 'electron'
import type { Settings } from '../../shared/settings'
import { dictionariesFor } from './dictionaries'

/**
 * Spelling as the settings say, in the language of the post where it is known. macOS tells languages apart by itself and
 * has its own dictionaries; elsewhere Chromium fetches them from a server as soon as a language is set, checked or not,
 * so none is set until the writer asks for it.
 */
export const applySpelling = (
  session: Session,
  { spellcheck, downloadDictionaries }: Pick<Settings, 'spellcheck' | 'downloadDictionaries'>,
  language: string | null,
): void => {
  const isFetched = process.platform !== 'darwin'
  const mayCheck = spellcheck && (!isFetched || downloadDictionaries)
  if (isFetched) {
    const known = session.availableSpellCheckerLanguages
    const wanted = mayCheck ? dictionariesFor(language, known, app.getPreferredSystemLanguages()) : []
    if (wanted.join() !== session.getSpellCheckerLanguages().join())
      session.setSpellCheckerLanguages([...wanted])
  }
  session.setSpellCheckerEnabled(mayCheck)
}
