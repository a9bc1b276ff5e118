import { EditorView } from '@codemirror/view'
import { create } from 'zustand'
import type { Settings } from '../../../shared/settings'
import { createDelayed } from '../../base/delayed'
import { changeSettings, getSettings } from '../../base/settings-store'
import { type TextCount, useWords } from '../../document/place/word-count'
import { addEditorSetup } from '../../document/state/open-document'

type Day = Settings['writtenToday']

const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** The local day, as `YYYY-MM-DD`. */
export const localDay = (now: Date): string =>
  `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`

/** The words of the day after a change of the count; a new day starts at zero. */
export const withWords = (before: Day, words: number, today: string): Day => ({
  day: today,
  words: Math.max(0, (before.day === today ? before.words : 0) + words),
})

/** The words written on the last day with any. */
export const useDay = create<Day>(() => ({ day: '', words: 0 }))

/** The words written today. */
export const wordsOfToday = ({ day, words }: Day): number => (day === localDay(new Date()) ? words : 0)

type Counted = TextCount & { readonly postId: string | null }

/** The change that a count adds to the day: only the user's edits of a post, not another program's. */
export const writtenBetween = (before: Counted, now: Counted, source: 'writer' | 'other'): number =>
  source === 'writer' && before.postId !== null && before.postId === now.postId ? now.words - before.words : 0

const byWriter = ['input', 'delete', 'move', 'undo', 'redo']
const keepAfter = 15_000 // ms: settings should not be written after each pause

const keep = (): void => {
  keepSoon.stop()
  const { day, words } = useDay.getState()
  const kept = getSettings().writtenToday
  if (day !== kept.day || words !== kept.words) changeSettings({ writtenToday: { day, words } })
}

const keepSoon = createDelayed(keep)

/** Counts what is written each day and keeps it in the settings. */
export const startDay = (): void => {
  let source: 'none' | 'writer' | 'other' = 'none'
  useDay.setState(getSettings().writtenToday)
  addEditorSetup(() =>
    EditorView.updateListener.of(({ docChanged, transactions }) => {
      if (!docChanged || source === 'other') return
      const isOwn = transactions.every(
        (each) => !each.docChanged || byWriter.some((event) => each.isUserEvent(event)),
      )
      source = isOwn ? 'writer' : 'other'
    }),
  )
  useWords.subscribe((now, before) => {
    const words = writtenBetween(before, now, source === 'writer' ? 'writer' : 'other')
    source = 'none'
    if (words === 0) return
    useDay.setState(withWords(useDay.getState(), words, localDay(new Date())))
    if (!keepSoon.isWaiting()) keepSoon.start(keepAfter)
  })
  window.addEventListener('blur', keep)
  window.addEventListener('pagehide', keep)
}
