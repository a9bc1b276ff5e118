import { create } from 'zustand'
import { mostOfBody, statedLanguage } from '../../../shared/export/language-of'
import type { PostId } from '../../../shared/posts/post'
import { useSite } from '../../base/site-store'
import { editorState, onEdit } from '../../document/document-store'
import { useDocument } from '../../document/state/document-state'
import { headOfState } from '../../document/state/head-field'

/** The language that the open post's body is written in; null until it is told. */
export const useBodyLanguage = create<{ readonly postId: PostId | null; readonly language: string | null }>(
  () => ({ postId: null, language: null }),
)

const rest = 1000

/** Keeps the language of a body up to date where neither head nor site says it; the answer stops it. */
export const followBodyLanguage = (): (() => void) => {
  let worker: Worker | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked: { readonly postId: PostId; readonly body: string } | null = null

  const start = (): Worker => {
    const started = new Worker(new URL('./language.worker.ts', import.meta.url), { type: 'module' })
    started.onmessage = ({ data }: MessageEvent<string>) => {
      if (asked) useBodyLanguage.setState({ postId: asked.postId, language: data })
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
    const body = state.doc.sliceString(bodyFrom, bodyFrom + mostOfBody)
    if (asked?.postId === postId && asked.body === body) return
    asked = { postId, body }
    worker ??= start()
    worker.postMessage(body)
  }
  const stop = onEdit(({ kind }) => {
    clearTimeout(timer)
    timer = setTimeout(() => requestIdleCallback(ask, { timeout: rest }), kind === 'opened' ? 0 : rest)
  })
  ask()
  return () => {
    stop()
    clearTimeout(timer)
    worker?.terminate()
  }
}
