import { app, type Session } from 'electron'
import type { Settings } from '../../shared/settings'
import { dictionariesFor, mayCheckSpelling } from './dictionaries'

/**
 * Applies the spelling settings, with the language of the post if known. macOS detects languages itself and has its own
 * dictionaries; elsewhere Chromium downloads them.
 */
export const applySpelling = (
  session: Session,
  settings: Pick<Settings, 'spellcheck' | 'downloadDictionaries'>,
  language: string | null,
): void => {
  const isFetched = process.platform !== 'darwin'
  const mayCheck = mayCheckSpelling(settings, isFetched)
  if (isFetched) {
    const known = session.availableSpellCheckerLanguages
    const wanted = mayCheck ? dictionariesFor(language, known, app.getPreferredSystemLanguages()) : []
    if (wanted.join() !== session.getSpellCheckerLanguages().join())
      session.setSpellCheckerLanguages([...wanted])
  }
  session.setSpellCheckerEnabled(mayCheck)
}
