import { create } from 'zustand'
import type { PostId } from '../../../shared/posts/post'
import { onDocuments } from './document-events'
import { unsavedPosts } from './open-documents'

const useUnsaved = create<{ readonly ids: ReadonlySet<PostId> }>(() => ({ ids: new Set() }))

/** Whether the text of a post differs from its file, as a hook. */
export const useIsUnsaved = (id: PostId): boolean => useUnsaved((state) => state.ids.has(id))

/** Tracks which posts of the session are unsaved; returns an unsubscribe function. */
export const followUnsaved = (): (() => void) =>
  onDocuments((event) => {
    if (event.kind !== 'state') return
    const { document } = event
    if (useUnsaved.getState().ids.has(document.id) === (document.saveState !== 'saved')) return
    useUnsaved.setState({ ids: new Set(unsavedPosts()) })
  })
