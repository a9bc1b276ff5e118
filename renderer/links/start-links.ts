import { EditorView } from '@codemirror/view'
import { nameWithoutExtension } from '../../shared/site/post-path'
import { t } from '../../shared/texts/translate'
import { registerCommand } from '../base/command-bus'
import { showError } from '../base/notices'
import { isMac } from '../base/platform'
import { setLinkTargets, setPostTitles, setSiteLinkFollower } from '../base/site-links'
import { addCompletionSource } from '../document/state/completion-sources'
import { useDocument } from '../document/state/document-state'
import { addEditorSetup } from '../document/state/open-document'
import { follow, followAddress, followAtCaret, type ListPosts, linkAt } from './follow-link'
import { completeLinks, targetsIn } from './link-completion'
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

/** Keeps the titles of linked posts as the list has them; a post is named by its slug, or by its title. */
const followPostTitles = (posts: ListPosts, onChange: (listener: () => void) => void): void => {
  const look = (): void => {
    let titles: ReadonlyMap<string, string> | null = null // made for the first link that asks
    setPostTitles((name) => {
      titles ??= new Map([
        ...posts().map(({ title }) => [title, title] as const),
        ...posts().map(({ slug, title }) => [slug, title] as const),
        ...posts().map(({ id, title }) => [nameWithoutExtension(id), title] as const),
      ])
      return titles.get(name) || null
    })
  }
  look()
  onChange(look)
}

/** Completes and follows links to posts, in the text and on the page; `onChange` calls back when the posts change. */
export const startLinks = (posts: ListPosts, onChange: (listener: () => void) => void): void => {
  startSiteExample()
  addCompletionSource(completeOtherHeadings) // first: the name of a post may contain a `#`
  addCompletionSource(completeLinks(posts))
  setLinkTargets(targetsIn(posts))
  addEditorSetup(() => EditorView.domEventHandlers({ mousedown: onPress }))
  setSiteLinkFollower(followAddress)
  followPostTitles(posts, onChange)
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
