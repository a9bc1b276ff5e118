import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import { anchorsIn } from '../../../shared/references/heading-line'
import { headOfState } from '../../document/state/head-field'
import { pastBracket } from './past-bracket'

const opened = /\]\(<?#[^)\s<>]*$|^ {0,3}\[[^\]\n^]+\]:[ \t]+<?#[^\s<>]*$/

/** Offers the headings of the post after the `#` of a link. */
export const completeHeadings = (context: CompletionContext): CompletionResult | null => {
  const typed = context.matchBefore(opened)
  if (!typed) return null
  const from = typed.from + typed.text.lastIndexOf('#')
  const text = context.state.doc.toString()
  const options = anchorsIn(text, headOfState(context.state).split.bodyFrom).map(
    ({ anchor, heading }, index) => ({
      label: `#${anchor}`,
      apply: pastBracket(`#${anchor}`),
      displayLabel: heading.text,
      detail: `#${anchor}`,
      boost: -Math.min(99, index),
    }),
  )
  return options.length === 0 ? null : { from, options, validFor: /^#[^)\s<>]*$/ }
}
