import { Compartment, type Extension } from '@codemirror/state'
import { create } from 'zustand'
import type { MarkdownFeatures } from '../../shared/markdown/options/features'
import { showError } from '../base/notices'
import { editorView } from '../document/document-store'
import { useDocument } from '../document/state/document-state'
import { addEditorSetup } from '../document/state/open-document'

/** The options of the rendered page. */
export interface LiveOptions {
  readonly features: MarkdownFeatures
  readonly remoteImages: 'show' | 'hold'
}

const layer = new Compartment()

interface LiveLayout {
  readonly extension: Extension
  /** The options that were requested last, as JSON; null while Live is off. */
  readonly requested: string | null
}

const useLive = create<LiveLayout>(() => ({ extension: [], requested: null }))

addEditorSetup(() => layer.of(useLive.getState().extension))

const apply = (): void => {
  const view = editorView()
  const { extension } = useLive.getState()
  if (!view || layer.get(view.state) === extension) return
  view.dispatch({ effects: layer.reconfigure(extension) })
}

/** Updates a post that was opened in another layout. */
useDocument.subscribe(({ post }, { post: before }) => {
  if (post?.id !== before?.id) apply()
})

/** Turns Live on with these options, or off without any. */
export const showLive = (options: LiveOptions | null): void => {
  const key = options && JSON.stringify(options)
  if (key === useLive.getState().requested) {
    apply()
    return
  }
  useLive.setState({ requested: key })
  if (options === null) {
    useLive.setState({ extension: [] })
    apply()
    return
  }
  // Loaded lazily: the pipeline is slow to load, and most windows open in another layout.
  import('./live-extension').then(({ liveExtension }) => {
    if (useLive.getState().requested !== key) return
    useLive.setState({ extension: liveExtension(options.features, options.remoteImages) })
    apply()
  }, showError)
}
