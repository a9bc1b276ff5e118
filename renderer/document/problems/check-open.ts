import type { Text } from '@codemirror/state'
import { create } from 'zustand'
import { createLatest } from '../../../shared/base/latest'
import type { Finding } from '../../../shared/checks/findings/finding'
import type { PostId } from '../../../shared/posts/post'
import { api } from '../../base/api'
import { createDelayed } from '../../base/delayed'
import { showError } from '../../base/notices'
import { onSettingsChange } from '../../base/settings-store'
import { editorState } from '../document-store'
import { docToSend } from '../journal/send-doc'
import { onShownText } from '../state/document-events'
import { useDocument } from '../state/document-state'
import { onFindings, useFindings, withSettings } from './findings'

/** The findings of the open text, and which text that was. */
export interface CheckedText {
  readonly id: PostId | null
  readonly doc: Text | null
  readonly findings: readonly Finding[]
  /** The findings before the user's settings are applied. */
  readonly told: readonly Finding[]
}

const nothing: CheckedText = { id: null, doc: null, findings: [], told: [] }

/** The open text as it was checked last. */
export const useCheckedText = create<CheckedText>(() => nothing)

/** Milliseconds without typing after which checks run; more for a long text. */
const restMs = 400
const msPerMegabyte = 1500
const longest = 5_000_000

const startCheck = createLatest()

const check = async (): Promise<void> => {
  const state = editorState()
  const id = useDocument.getState().post?.id
  if (!state || id === undefined || state.doc.length > longest) return
  const isLatest = startCheck()
  const { doc } = state
  const { findings: told } = await api.checkText(id, await docToSend(doc))
  if (!isLatest() || useDocument.getState().post?.id !== id) return
  useCheckedText.setState({ id, doc, findings: withSettings(told), told })
}

const checkSoon = createDelayed(() =>
  requestIdleCallback(() => void check().catch(showError), { timeout: 1000 }),
)

/** Checks the open text again if another change, or another site, changed what was found in it. */
const catchUp = createDelayed(() => {
  const { id, doc, told } = useCheckedText.getState()
  if (id === null || doc === null) return
  const known = useFindings.getState().told.get(id) ?? []
  if (JSON.stringify(known) !== JSON.stringify(told)) checkSoon.start(0)
})

/** Checks the open text now. */
export const checkNow = (): Promise<void> => {
  checkSoon.stop()
  return check()
}

const restFor = (): number => {
  const length = editorState()?.doc.length ?? 0
  return restMs + (length / 1_000_000) * msPerMegabyte
}

const giveBack = (id: PostId): void => void api.checkText(id, null).catch(showError)

/** Keeps the open text checked; returns an unsubscribe function. */
export const followOpenText = (): (() => void) => {
  const stops = [
    onShownText(({ kind, postId }) => {
      if (kind === 'coming') return
      if (kind === 'opened') {
        const { id } = useCheckedText.getState()
        if (id !== null && id !== postId) giveBack(id)
        useCheckedText.setState({ ...nothing, id: postId })
      }
      checkSoon.start(kind === 'opened' ? 100 : restFor())
    }),
    useDocument.subscribe(({ post }) => {
      const { id } = useCheckedText.getState()
      if (post !== null || id === null) return
      giveBack(id)
      useCheckedText.setState(nothing)
    }),
    onFindings((ids) => {
      const { id } = useCheckedText.getState()
      if (id !== null && ids.includes(id)) catchUp.start(restMs)
    }),
    onSettingsChange((settings, before) => {
      if (settings.checks !== before.checks)
        useCheckedText.setState(({ told }) => ({ findings: withSettings(told) }))
    }),
  ]
  // Images may have been added or deleted while the window had no focus.
  const again = () => checkSoon.start(restMs)
  window.addEventListener('focus', again)
  return () => {
    checkSoon.stop()
    catchUp.stop()
    window.removeEventListener('focus', again)
    for (const stop of stops) stop()
  }
}
