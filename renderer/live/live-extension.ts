import 'katex/dist/katex.min.css'
import { type Extension, Prec } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { assetUrl } from '../../shared/ipc/site-calls'
import { type FormulaRenderer, loadFormulas } from '../../shared/markdown/inlines/formulas'
import { imageSource } from '../../shared/markdown/links/links'
import type { MarkdownFeatures } from '../../shared/markdown/options/features'
import { showError } from '../base/notices'
import { editorView } from '../document/document-store'
import { useDocument } from '../document/state/document-state'
import { liveView, redraw } from './draw/live-view'
import { type Surroundings, surroundings } from './draw/surroundings'
import { liveTheme } from './live-theme'
import { createReader } from './reading/read-piece'

let formulas: FormulaRenderer | null = null
let isAsked = false

/** Loads the engine at the first formula; the text is drawn again when it is there. */
const formula: Surroundings['formula'] = (tex, display) => {
  if (formulas) return formulas(tex, display)
  if (!isAsked) {
    isAsked = true
    loadFormulas().then((loaded) => {
      formulas = loaded
      editorView()?.dispatch({ effects: redraw.of(null) })
    }, showError)
  }
  return null
}

/** Everything that makes the text that of Live, for a site that renders markdown with these features. */
export const liveExtension = (features: MarkdownFeatures, remoteImages: 'show' | 'hold'): Extension => [
  EditorView.editorAttributes.of({ class: 'live' }),
  surroundings.of({
    imageOf: (reference) =>
      imageSource(reference, {
        remoteImages,
        assetUrl: (name) => {
          const post = useDocument.getState().post?.id
          return post === undefined ? null : assetUrl(post, name)
        },
      }),
    formula,
  }),
  liveView(createReader(features)),
  Prec.highest(liveTheme), // over the look of Write
]
