import { EditorView } from '@codemirror/view'
import { t } from '../../shared/texts/translate'
import { registerCommand } from '../base/command-bus'
import { showError } from '../base/notices'
import { isMac } from '../base/platform'
import { setSiteLinkFollower } from '../base/site-links'
import { addCompletionSource } from '../document/state/completion-sources'
import { useDocument } from '../document/state/document-state'
import { addEditorSetup } from '../document/state/open-document'
import { follow, followAddress, followAtCaret, type ListPosts, linkAt } from './follow-link'
import { completeLinks } from './link-completion'
import { completeOtherHeadings } from './other-headings'
import { startSiteExample } from './site-example'

const onPress = (event: MouseEvent, view: EditorView): boolean => {
  const held = isMac ? event.metaKey : event.ctrlKey
  const offset = held && event.button === 0 ? view.posAtCoords({ x: event.clientX, y: event.clientY }) : null
  const link = offset === null ? null : linkAt(offset)
  if (!link) return false // elsewhere the same click adds a caret
  event.preventDefault()
  follow(link).catch((error) => showError(error, t('editor.linkNotOpened')))
  return true
}

/** Completes and follows links to posts, in the text and on the page. */
export const startLinks = (posts: ListPosts): void => {
  startSiteExample()
  addCompletionSource(completeLinks(posts))
  addCompletionSource(completeOtherHeadings)
  addEditorSetup(() => EditorView.domEventHandlers({ mousedown: onPress }))
  setSiteLinkFollower(followAddress)
  let stop: (() => void) | null = null
  const offer = (): void => {
    const open = useDocument.getState().post !== null
    if (open) stop ??= registerCommand('follow-link', () => followAtCaret())
    else {
      stop?.()
      stop = null
    }
  }
  useDocument.subscribe(offer)
}
