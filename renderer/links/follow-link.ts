import { decodedUri } from '../../shared/base/decoded-uri'
import type { PostId, PostSummary } from '../../shared/posts/post'
import type { Reference } from '../../shared/references/forms/reference'
import { lineOfAnchor } from '../../shared/references/heading-line'
import type { PostReference } from '../../shared/references/post-references'
import { referenceAt } from '../../shared/references/reference-at'
import { referencesIn } from '../../shared/references/references'
import { isOpenableLink } from '../../shared/site/link-schemes'
import { t } from '../../shared/texts/translate'
import { api } from '../base/api'
import { showError, showNotice } from '../base/notices'
import { editorState, getHeadState, getText } from '../document/document-store'
import { goToLine } from '../document/place/go-to-line'
import { openPost } from '../document/show-post'
import { useDocument } from '../document/state/document-state'

/** Returns the current posts of the folder. */
export type ListPosts = () => readonly PostSummary[]

const bodyFrom = (): number => getHeadState()?.split.bodyFrom ?? 0

/** The link at an offset of the open text, including the link's text. */
export const linkAt = (offset: number): Reference | null => referenceAt(getText(), bodyFrom(), offset)

/** Follows a link of the open post: to a post, to one of its headings, or in the browser. */
export const follow = async (link: PostReference): Promise<void> => {
  const { target } = link
  const post = await postAt(link)
  if (post !== null) return show(post, target)
  if (target.startsWith('#') && goToAnchor(target)) return
  if (isOpenableLink(target)) return api.openExternal(target)
  showNotice({ kind: 'info', text: t('editor.linkToNoPost', { target }) })
}

/** The post that a link of the open post leads to, also with the site's own address in front. */
const postAt = async (link: PostReference): Promise<PostId | null> => {
  const from = useDocument.getState().post?.id
  if (from === undefined || link.target.startsWith('#') || link.target.startsWith('mailto:')) return null
  return (await api.linkTargets(from, [bareReference(link)]))[0] ?? null
}

/** A reference without its position. */
export const bareReference = ({
  kind,
  target,
  writtenIn,
  fromSite,
  verbatim,
  language,
}: PostReference): PostReference => ({
  kind,
  target,
  writtenIn,
  fromSite,
  verbatim,
  language,
})

const show = async (post: PostId, target: string): Promise<void> => {
  await openPost(post)
  const anchor = /#.*$/s.exec(target)?.[0] ?? ''
  if (anchor !== '') goToAnchor(anchor)
}

const goToAnchor = (anchor: string): boolean => {
  const line = lineOfAnchor(getText(), bodyFrom(), decodedUri(anchor.slice(1)))
  if (line !== null) goToLine(line)
  return line !== null
}

/** Follows the link at the caret, or says that there is none. */
export const followAtCaret = (): void => {
  const caret = editorState()?.selection.main.head
  const link = caret === undefined ? null : linkAt(caret)
  if (link) follow(link).catch((error) => showError(error, t('editor.linkNotOpened')))
  else showNotice({ kind: 'info', text: t('editor.noLink') })
}

/** Opens the post that an address on the page leads to; false if there is none. */
export const followAddress = async (href: string): Promise<boolean> => {
  const text = decodedUri(href)
  const tag = referencesIn(text, 0, []).find(({ kind }) => kind !== 'link' && kind !== 'image')
  if (href.startsWith('#')) return goToAnchor(href)
  const link = tag ?? ({ kind: 'link', target: href, writtenIn: 'double' } as const)
  const post = await postAt(link)
  if (post !== null) await show(post, link.target)
  return post !== null
}
