import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import { splitPost } from '../../shared/front-matter/read/split'
import type { PostId } from '../../shared/posts/post'
import { anchorsIn } from '../../shared/references/heading-line'
import { referencesIn } from '../../shared/references/references'
import { api } from '../base/api'
import { readPost } from '../document/reading/read-post'
import { useDocument } from '../document/state/document-state'
import { documentOf } from '../document/state/open-documents'
import { bareReference } from './follow-link'
import { openedAnchor } from './opened-link'

/** The text of a post: from the session if it is open, otherwise from the disk. */
const textOf = async (id: PostId): Promise<string> =>
  documentOf(id)?.state.doc.toString() ?? (await readPost(id)).text

const most = 300

/** Offers the headings of another post after the `#` of a link to it. */
export const completeOtherHeadings = async (context: CompletionContext): Promise<CompletionResult | null> => {
  const line = context.state.doc.lineAt(context.pos)
  const opened = openedAnchor(line.text.slice(0, context.pos - line.from))
  const from = useDocument.getState().post?.id
  if (!opened || from === undefined) return null
  const [link] = referencesIn(opened.link, 0, [])
  if (!link) return null
  const [target] = await api.linkTargets(from, [bareReference(link)])
  if (target === null || target === undefined || context.aborted) return null
  const text = target === from ? context.state.doc.toString() : await textOf(target)
  if (context.aborted) return null
  const options = anchorsIn(text, splitPost(text).bodyFrom)
    .slice(0, most)
    .map(({ anchor, heading }, index) => ({
      label: opened.isWiki ? `#${heading.text}` : `#${anchor}`,
      displayLabel: heading.text,
      detail: `#${anchor}`,
      boost: -Math.min(99, index),
    }))
  const start = context.pos - opened.anchor.length - 1
  return options.length === 0 ? null : { from: start, options, validFor: /^#[^)\]\n<>]*$/ }
}
