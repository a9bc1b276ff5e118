import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import { isInWords } from '../parse/places'

const opened = /(?<![\w:]):[a-z0-9_+-]{2,}$/

/** Offers emoji after a colon and two letters; inserts the character itself, which every renderer shows. */
export const completeEmoji = async (context: CompletionContext): Promise<CompletionResult | null> => {
  const typed = context.matchBefore(opened)
  if (!typed || !isInWords(context.state, context.pos)) return null
  const { emojiList } = await import('../../../shared/text/emoji-names')
  if (context.aborted) return null
  return {
    from: typed.from,
    options: emojiList().map(([name, sign]) => ({
      label: `:${name}:`,
      sortText: name, // a name before the longer ones that begin with it
      displayLabel: `${sign}  ${name}`,
      apply: sign,
    })),
    validFor: /^:[a-z0-9_+-]*$/,
  }
}
