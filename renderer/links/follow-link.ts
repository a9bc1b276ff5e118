import type { PostId, PostSummary } from '../../shared/posts/post'
import { postMeant } from '../../shared/references/find-post'
import { lineOfAnchor } from '../../shared/references/heading-line'
import { targetOf } from '../../shared/references/post-target'
import { referenceAt } from '../../shared/references/reference-at'
import { type Reference, referencesIn } from '../../shared/references/references'
import { isOpenableLink } from '../../shared/site/link-schemes'
import { api } from '../base/api'
import { showError, showNotice } from '../base/notices'
import { editorState, getHeadState, getText, openPost } from '../document/document-store'
import { goToLine } from '../document/place/go-to-line'
import { useDocument } from '../document/state/document-state'

/** Answers the posts of the folder as they are known now. */
export type ListPosts = () => readonly PostSummary[]

const bodyFrom = (): number => getHeadState()?.split.bodyFrom ?? 0

/** The link at an offset of the open text, the words of the link included. */
export const linkAt = (offset: number): Reference | null => referenceAt(getText(), bodyFrom(), offset)

/** Goes where a link of the open post leads: to a post, to one of its headings, or out into the browser. */
export const follow = ({ kind, target }: Reference, posts: readonly PostSummary[]): void => {
  if (isOpenableLink(target)) {
    api.openExternal(target).catch((error) => showError(error, 'The link was not opened'))
    return
  }
  const from = useDocument.getState().post?.id
  if (from !== undefined && goTo(kind, target, from, posts)) return
  showNotice({ kind: 'info', text: `“${target}” leads to no post of this folder.` })
}

const goTo = (
  kind: Reference['kind'],
  target: string,
  from: PostId,
  posts: readonly PostSummary[],
): boolean => {
  if (target.startsWith('#')) return goToAnchor(target)
  const meant = targetOf(kind, target, from)
  const post = meant && postMeant(meant, from, posts)
  if (!post) return false
  const anchor = /#.*$/s.exec(meant.rest)?.[0] ?? ''
  openPost(post.id).then(() => anchor !== '' && goToAnchor(anchor), showError)
  return true
}

const goToAnchor = (anchor: string): boolean => {
  const line = lineOfAnchor(getText(), bodyFrom(), decoded(anchor.slice(1)))
  if (line !== null) goToLine(line)
  return line !== null
}

/** Follows the link at the caret, or says that there is none. */
export const followAtCaret = (posts: readonly PostSummary[]): void => {
  const caret = editorState()?.selection.main.head
  const link = caret === undefined ? null : linkAt(caret)
  if (link) follow(link, posts)
  else showNotice({ kind: 'info', text: 'There is no link at the caret.' })
}

/** Opens the post that an address on the page leads to; false where it leads to none. */
export const followAddress = (href: string, posts: readonly PostSummary[]): boolean => {
  const from = useDocument.getState().post?.id
  if (from === undefined) return false
  const written = decoded(href)
  const tag = referencesIn(written, 0, []).find(({ kind }) => kind !== 'link' && kind !== 'image')
  return tag ? goTo(tag.kind, tag.target, from, posts) : goTo('link', href, from, posts)
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return text // a lone % stands for itself
    throw error
  }
}
