import { create } from 'zustand'
import { t } from '../../shared/texts/translate'
import { useSite } from '../base/site-store'
import { MenuAt, MenuItem, MenuSeparator } from '../ui/menu'
import type { Correction } from './correct'

const useOpened = create<{ readonly correction: Correction | null; readonly words: readonly string[] }>(
  () => ({
    correction: null,
    words: [],
  }),
)

/** Opens the menu of a misspelled word at its position. */
export const openSpellingMenu = (correction: Correction, words: readonly string[]): void =>
  useOpened.setState({ correction, words })

/** The keyboard menu of a misspelled word; suggestions come first. */
export const SpellingMenu = () => {
  const { correction, words } = useOpened()
  const hasSite = useSite((state) => state.site !== null)
  if (!correction) return null
  const { word, choose, rect, focus } = correction
  return (
    <MenuAt
      key={`${rect().left} ${rect().top} ${word}`}
      label={t('spelling.menu', { word })}
      rect={rect}
      selectsFirst
      onClose={() => {
        useOpened.setState({ correction: null })
        requestAnimationFrame(focus) // after the menu gave the focus back
      }}
    >
      {words.map((suggested) => (
        <MenuItem
          key={suggested}
          label={suggested}
          onSelect={() => choose({ kind: 'replace', word: suggested })}
        />
      ))}
      {words.length === 0 && (
        <MenuItem label={t('spelling.noSuggestions')} disabled onSelect={() => undefined} />
      )}
      <MenuSeparator />
      <MenuItem label={t('spelling.addYours')} onSelect={() => choose({ kind: 'personal' })} />
      {hasSite && <MenuItem label={t('spelling.addSite')} onSelect={() => choose({ kind: 'site' })} />}
      <MenuItem label={t('spelling.ignore')} onSelect={() => choose({ kind: 'ignore' })} />
    </MenuAt>
  )
}
