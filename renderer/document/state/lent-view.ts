import { EditorView } from '@codemirror/view'
import type { OpenDocument } from './open-document'
import { openDocuments } from './open-documents'

/** Lends the view that shows the open text, or takes it back; the text stays here in between. */
export const withView = (lent: EditorView | null): void => {
  const { front, view } = openDocuments
  if (front && view) keepPlace(front, view)
  openDocuments.view = lent
  if (front && lent) showIn(lent, front)
}

/** Keeps state and scroll position of a post whose view is about to show another. */
export const keepPlace = (document: OpenDocument, view: EditorView): void => {
  document.state = view.state
  document.scroll = view.scrollSnapshot()
}

/** Shows a post in the view, scrolled to where it was left. */
export const showIn = (view: EditorView, { state, scroll }: OpenDocument): void => {
  view.setState(state)
  // Without a target it would keep the scroll position of the last post.
  view.dispatch({ effects: scroll ?? EditorView.scrollIntoView(0, { y: 'start', yMargin: 100 }) })
}
