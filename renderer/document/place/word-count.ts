import type { Text } from '@codemirror/state'
import { create } from 'zustand'
import { wordsOf, wordsOfLine } from '../../../shared/text/words'
import { editorState, onEdit } from '../document-store'
import { headOfState } from '../state/head-field'

/** Words of the body, and whether they are counted already. */
export const useWords = create<{ readonly words: number }>(() => ({ words: 0 }))

/** Parts of a text are shared between its versions: after a key only the part with the key is counted again. */
const counted = new WeakMap<Text, number>()

/** The words of a text. */
export const countWords = (text: Text): number => {
  const known = counted.get(text)
  if (known !== undefined) return known
  let words = 0
  if (text.children) for (const child of text.children) words += countWords(child)
  else for (const line of text.iterLines()) words += wordsOfLine(line)
  counted.set(text, words)
  return words
}

const rest = 300
let timer: ReturnType<typeof setTimeout> | undefined

const count = () => {
  timer = undefined
  const state = editorState()
  if (!state) return
  const inHead = wordsOf(headOfState(state).text)
  useWords.setState({ words: Math.max(0, countWords(state.doc) - inHead) })
}

/** Keeps the count of words up to date while the writer rests; the answer stops it. */
export const followWords = (): (() => void) => {
  const stop = onEdit(({ kind }) => {
    clearTimeout(timer)
    timer = setTimeout(() => requestIdleCallback(count, { timeout: 1_000 }), kind === 'opened' ? 0 : rest)
  })
  count()
  return () => {
    stop()
    clearTimeout(timer)
  }
}
