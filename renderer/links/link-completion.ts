import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  pickedCompletion,
} from '@codemirror/autocomplete'
import type { EditorView } from '@codemirror/view'
import {
  type LinkExample,
  linked,
  linkTo,
  mannerBegun,
  mannerOf,
  usualManner,
} from '../../shared/addresses/spelling/link-spelling'
import type { PostId, PostSummary } from '../../shared/posts/post'
import { codeRanges } from '../../shared/references/code-ranges'
import { referencesIn } from '../../shared/references/references'
import { foldText } from '../../shared/text/fold-text'
import { fuzzyMatch, fuzzyPattern } from '../../shared/text/fuzzy-match'
import { api } from '../base/api'
import type { LinkTarget } from '../base/site-links'
import { useSite } from '../base/site-store'
import { getHeadState, getText } from '../document/document-store'
import { useDocument } from '../document/state/document-state'
import { bareReference, type ListPosts } from './follow-link'
import { openedLink, openedWikiLink } from './opened-link'
import { useSiteExample } from './site-example'

const folded = new WeakMap<PostSummary, string>()

const textOf = (post: PostSummary): string => {
  const known = folded.get(post)
  if (known !== undefined) return known
  const text = foldText(`${post.title}\n${post.ownSlug ?? ''}\n${post.slug}\n${post.id}`)
  folded.set(post, text)
  return text
}

/** The posts that fit a name as far as it is typed, the best first; those of the list's start where nothing is. */
const fittingPosts = (
  posts: readonly PostSummary[],
  typed: string,
  limit: number,
): readonly PostSummary[] => {
  const pattern = fuzzyPattern(typed)
  if (pattern === '') return posts.slice(0, limit)
  return posts
    .flatMap((post) => {
      const match = fuzzyMatch(pattern, textOf(post))
      return match ? [{ post, score: match.score }] : []
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ post }) => post)
}

const limit = 50

/** The posts that fit a name, with the addresses that the site's style of links gives them. */
export const targetsIn =
  (posts: ListPosts) =>
  async (typed: string): Promise<readonly LinkTarget[]> => {
    const { post } = useDocument.getState()
    const { site } = useSite.getState()
    if (!post || !site) return []
    const example = (await exampleIn(post.id, posts())) ?? useSiteExample.getState().example
    const manner = (example && mannerOf(example.reference)) ?? usualManner(site)
    return fittingPosts(posts(), typed, limit)
      .filter(({ id }) => id !== post.id)
      .map((other) => ({ title: other.title, address: linkTo(other, post.id, manner, site, example) }))
  }

/** The posts for the link before the caret, written like an example. */
const offerAt = (
  context: CompletionContext,
  posts: readonly PostSummary[],
  example: LinkExample | null,
): CompletionResult | null => {
  const { text, from } = context.state.doc.lineAt(context.pos)
  const before = text.slice(0, context.pos - from)
  const opened = openedLink(before)
  const wiki = opened ? null : openedWikiLink(before)
  const post = useDocument.getState().post
  const { site } = useSite.getState()
  if ((!opened && wiki === null) || !post || !site) return null
  const manner =
    mannerBegun(opened?.written ?? '', site) ?? (example && mannerOf(example.reference)) ?? usualManner(site)
  // If a post has wiki links, its renderer knows them.
  const hasWikiLinks = wiki !== null && /(?<!!)\[\[[^\][\n]+\]\]/.test(withoutLine(context))
  const options = fittingPosts(posts, opened?.name ?? wiki ?? '', limit)
    .filter(({ id }) => id !== post.id)
    .map((other): Completion => {
      const written = linkTo(other, post.id, manner, site, example, opened?.written)
      return {
        label: other.title,
        detail: other.ownSlug ?? other.slug,
        apply: opened
          ? putIn(written, opened.inBrackets)
          : putWhole(hasWikiLinks ? `[[${fileName(other.id)}]]` : `[${plainWords(other.title)}](${written})`),
      }
    })
  const begun = opened ? opened.written.length : (wiki ?? '').length + 2
  return options.length === 0 ? null : { from: context.pos - begun, options, filter: false }
}

/** Offers the posts of the folder while a link is typed, in the site's style of links. */
export const completeLinks =
  (posts: ListPosts) =>
  async (context: CompletionContext): Promise<CompletionResult | null> => {
    const { text, from } = context.state.doc.lineAt(context.pos)
    const before = text.slice(0, context.pos - from)
    const post = useDocument.getState().post
    if ((!openedLink(before) && openedWikiLink(before) === null) || !post) return null
    const example = (await exampleIn(post.id, posts())) ?? useSiteExample.getState().example
    const offer = offerAt(context, posts(), example)
    // The next letters need no other example, and a list that waits for none can be chosen from at once.
    const update = (_offer: CompletionResult, _from: number, _to: number, next: CompletionContext) => {
      const newer = offerAt(next, posts(), example)
      return newer && { ...newer, update }
    }
    return offer && { ...offer, update }
  }

/** How many links of a post determine its style. */
const maxAsked = 30

/** A link of the open post to another post, as example for new ones. */
const exampleIn = async (from: PostId, posts: readonly PostSummary[]): Promise<LinkExample | null> => {
  const text = getText()
  const bodyFrom = getHeadState()?.split.bodyFrom ?? 0
  const references = referencesIn(text, bodyFrom, codeRanges(text, bodyFrom))
    .filter((reference) => mannerOf(reference) !== null)
    .slice(0, maxAsked)
  if (references.length === 0) return null
  const targets = await api.linkTargets(from, references.map(bareReference))
  for (const [index, id] of targets.entries()) {
    const to = id === null || id === from ? undefined : posts.find((post) => post.id === id)
    const reference = references[index]
    if (to && reference) return { reference, from, to: linked(to) }
  }
  return null
}

/** Closing characters that the editor inserted after the caret: the end of a tag and of the link. */
const closing = /^["`]?(?:\s*-?[>%]?\}{1,2})?(\)?)/

/** The text without the current line. */
const withoutLine = ({ state, pos }: CompletionContext): string => {
  const { from, to } = state.doc.lineAt(pos)
  return `${state.sliceDoc(0, from)}\n${state.sliceDoc(to)}`
}

const fileName = (id: PostId): string => id.replace(/^.*\//, '').replace(/\.\w+$/, '')

/** A title as link text: without brackets that would end it. */
const plainWords = (title: string): string => title.replace(/[[\]\\]/g, '\\$&')

/** Replaces `[[name` and its closing brackets by a complete link. */
const putWhole =
  (insert: string) =>
  (view: EditorView, completion: Completion, from: number, to: number): void => {
    const [behind = ''] = /^\]{0,2}/.exec(view.state.sliceDoc(to, to + 2)) ?? []
    view.dispatch({
      changes: { from, to: to + behind.length, insert },
      selection: { anchor: from + insert.length },
      userEvent: 'input.complete',
      annotations: pickedCompletion.of(completion),
    })
  }

const putIn =
  (written: string, inBrackets: boolean) =>
  (view: EditorView, completion: Completion, from: number, to: number): void => {
    const line = view.state.doc.lineAt(to)
    const [behind = '', bracket = ''] = closing.exec(line.text.slice(to - line.from)) ?? []
    const end = to + behind.length - bracket.length
    const insert = inBrackets && bracket === '' ? `${written})` : written
    view.dispatch({
      changes: { from, to: end, insert },
      selection: { anchor: from + written.length + (inBrackets ? 1 : 0) },
      userEvent: 'input.complete',
      annotations: pickedCompletion.of(completion),
    })
  }
