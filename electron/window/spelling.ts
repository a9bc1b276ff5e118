import { app, type Session } from 'electron'
import type { Settings } from '../../shared/settings'
import { dictionariesFor } from './dictionaries'

/**
 * Applies the spelling settings, with the language of the post if known. macOS detects languages itself and has its own
 * dictionaries; elsewhere Chromium downloads them as soon as a language is set, even with checking off, so none is set
 * unless the user has turned downloads on.
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
