import type { Text } from '@codemirror/state'
import { create } from 'zustand'
import type { PostId } from '../../../shared/posts/post'
import { charactersOf, charactersOfLine, wordsOf, wordsOfLine } from '../../../shared/text/words'
import { createDelayed } from '../../base/delayed'
import { editorState } from '../document-store'
import { onShownText } from '../state/document-events'
import { useDocument } from '../state/document-state'
import { headOfState } from '../state/head-field'

/** How long a text is. */
export interface TextCount {
  readonly words: number
  /** As a reader sees them, without line breaks. */
  readonly characters: number
}

/** The count of the body, and of which post it is. */
export const useWords = create<TextCount & { readonly postId: PostId | null }>(() => ({
  words: 0,
  characters: 0,
  postId: null,
}))

/** Versions of a text share their parts, so after a key only the changed part is counted again. */
const counted = new WeakMap<Text, TextCount>()

/** The words and characters of a text. */
export const countText = (text: Text): TextCount => {
  const known = counted.get(text)
  if (known !== undefined) return known
  let words = 0
  let characters = 0
  if (text.children) {
    for (const child of text.children) {
      const count = countText(child)
      words += count.words
      characters += count.characters
    }
  } else {
    for (const line of text.iterLines()) {
      words += wordsOfLine(line)
      characters += charactersOfLine(line)
    }
  }
  const count = { words, characters }
  counted.set(text, count)
  return count
}

const rest = 300

const count = () => {
  const state = editorState()
  if (!state) return
  const head = headOfState(state).text
  const { words, characters } = countText(state.doc)
  useWords.setState({
    postId: useDocument.getState().post?.id ?? null,
    words: Math.max(0, words - wordsOf(head)),
    characters: Math.max(0, characters - charactersOf(head)),
  })
}

/** Updates the word count in pauses of typing; returns an unsubscribe function. */
export const followWords = (): (() => void) => {
  const soon = createDelayed(() => requestIdleCallback(count, { timeout: 1_000 }))
  const stop = onShownText(({ kind }) => soon.start(kind === 'opened' ? 0 : rest))
  count()
  return () => {
    stop()
    soon.stop()
  }
}
