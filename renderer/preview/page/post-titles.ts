import { namedPostClass } from '../../../shared/markdown/tags/known-shortcodes'
import { titleOfPost } from '../../base/site-links'
import { originalOf, standFor } from './morph'

/** Puts the titles of posts where links name them; a link to a post that is not known keeps the name. */
export const showPostTitles = (root: Iterable<Node>): void => {
  for (const shown of linksIn(root)) {
    const original = originalOf(shown)
    const title = titleOfPost(original.textContent ?? '')
    if ((title ?? original.textContent) === shown.textContent) continue
    const link = original.cloneNode(true) as HTMLElement
    if (title !== null) {
      link.textContent = title
      link.title = title
    }
    standFor(link, original)
    shown.replaceWith(link)
  }
}

const linksIn = (nodes: Iterable<Node>): HTMLElement[] =>
  [...nodes].flatMap((node) =>
    node.nodeType === Node.ELEMENT_NODE
      ? [...(node as HTMLElement).querySelectorAll<HTMLElement>(`a.${namedPostClass}`)]
      : [],
  )
