import { create } from 'zustand'
import { maxBodyLength, statedLanguage } from '../../../shared/export/language-of'
import type { PostId } from '../../../shared/posts/post'
import { createDelayed } from '../../base/delayed'
import { useSite } from '../../base/site-store'
import { editorState } from '../document-store'
import { onShownText } from '../state/document-events'
import { useDocument } from '../state/document-state'
import { headOfState } from '../state/head-field'
import type { LanguageAnswer, LanguageQuestion } from './language-messages'

/** The language of the open post's body; null until detected, and if it cannot be. */
export const useBodyLanguage = create<{ readonly postId: PostId | null; readonly language: string | null }>(
  () => ({ postId: null, language: null }),
)

/** Milliseconds without a key after which the language is detected again. */
const pauseMs = 1000

/** Detects the language of the open body if neither head nor site declares it; returns an unsubscribe function. */
export const followBodyLanguage = (): (() => void) => {
  let worker: Worker | null = null
  let question: LanguageQuestion | null = null

  const start = (): Worker => {
    const started = new Worker(new URL('./language.worker.ts', import.meta.url), { type: 'module' })
    started.onmessage = ({ data }: MessageEvent<LanguageAnswer>) => {
      if (data.postId === question?.postId) useBodyLanguage.setState(data)
    }
    return started
  }
  const ask = () => {
    const state = editorState()
    const postId = useDocument.getState().post?.id
    if (!state || postId === undefined) return
    const { frontMatter, split } = headOfState(state)
    const head = frontMatter.kind === 'parsed' ? frontMatter.data : {}
    if (statedLanguage(head, useSite.getState().site?.language) !== null) return
    const { bodyFrom } = split
    const body = state.doc.sliceString(bodyFrom, bodyFrom + maxBodyLength)
    if (question?.postId === postId && question.body === body) return
    question = { postId, body }
    worker ??= start()
    worker.postMessage(question)
  }
  const askSoon = createDelayed(() => requestIdleCallback(ask, { timeout: pauseMs }))
  const stop = onShownText(({ kind }) => askSoon.start(kind === 'opened' ? 0 : pauseMs))
  const stopSite = useSite.subscribe(() => askSoon.start(pauseMs))
  askSoon.start(0)
  return () => {
    stop()
    stopSite()
    askSoon.stop()
    worker?.terminate()
  }
}
