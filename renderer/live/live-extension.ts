import { once } from '../../shared/base/once'
import 'katex/dist/katex.min.css'
import { type Extension, Prec } from '@codemirror/state'
import { EditorView, ViewPlugin } from '@codemirror/view'
import { assetUrl } from '../../shared/ipc/site-calls'
import { type FormulaRenderer, loadFormulas } from '../../shared/markdown/inlines/formulas'
import { imageSource } from '../../shared/markdown/links/links'
import type { MarkdownFeatures } from '../../shared/markdown/options/features'
import { t } from '../../shared/texts/translate'
import { api } from '../base/api'
import { showError } from '../base/notices'
import { onPostTitles, titleOfPost } from '../base/site-links'
import { editorView } from '../document/document-store'
import { useBodyLanguage } from '../document/language/body-language'
import { directionOfPost } from '../document/language/post-direction'
import { useDocument } from '../document/state/document-state'
import { isDrawn } from '../document/state/drawn-text'
import { learnSizes } from './draw/image-sizes'
import { liveView, redraw } from './draw/live-view'
import { type Surroundings, surroundings } from './draw/surroundings'
import { textRoom } from './draw/text-room'
import { liveTheme } from './live-theme'
import { createReader } from './reading/read-piece'

/** Draws formulas once their engine is there; it is loaded at the first one, and `onLoaded` called then. */
const lazyFormulas = (onLoaded: () => void): Surroundings['formula'] => {
  let renderer: FormulaRenderer | null = null
  const load = once(() =>
    loadFormulas().then((loaded) => {
      renderer = loaded
      onLoaded()
    }, showError),
  )
  return (tex, display) => {
    if (renderer === null) void load()
    return renderer?.(tex, display) ?? null
  }
}

const formula = lazyFormulas(() => editorView()?.dispatch({ effects: redraw.of(null) }))

const sizesOf: Surroundings['sizesOf'] = async (references) => {
  const post = useDocument.getState().post?.id
  if (post === undefined) return []
  try {
    const found = await api.sizesInPost(post, [...references])
    return found.map((size) => size && { width: size[0], height: size[1] })
  } catch (error) {
    showError(error, t('editor.imageSizesNotRead'))
    return []
  }
}

/** The extensions of the Live layout for a site with these markdown features. */
export const liveExtension = (features: MarkdownFeatures, remoteImages: 'show' | 'hold'): Extension => [
  EditorView.editorAttributes.of({ class: 'live' }),
  isDrawn.of(true),
  surroundings.of({
    imageOf: (reference) =>
      imageSource(reference, {
        remoteImages,
        assetUrl: (name) => {
          const post = useDocument.getState().post?.id
          return post === undefined ? null : assetUrl(post, name)
        },
      }),
    sizesOf,
    formula,
    titleOf: titleOfPost,
    directionOf: directionOfPost,
  }),
  ViewPlugin.define((view) => {
    learnSizes(view)
    const drawAgain = () => view.dispatch({ effects: redraw.of(null) })
    const stops = [useBodyLanguage.subscribe(drawAgain), onPostTitles(drawAgain)]
    return {
      destroy: () => {
        for (const stop of stops) stop()
      },
    }
  }),
  liveView(createReader(features)),
  textRoom,
  Prec.highest(liveTheme), // overrides the theme of Write
]
