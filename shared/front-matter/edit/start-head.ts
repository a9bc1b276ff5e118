import { applyTextChanges } from '../../text/text-change'
import { t } from '../../texts/translate'
import type { ReadableHeads } from '../find/forms'
import type { HeadLanguage } from '../find/types'
import { type SplitPost, splitPost } from '../read/split'
import type { Edit } from '../values/types'
import { refused } from '../yaml/head'

// Heads of `Key: value` lines start with a title, which distinguishes them from text.
const empty: Readonly<Record<HeadLanguage, string>> = {
  yaml: '---\n---\n',
  toml: '+++\n+++\n',
  json: '{\n}\n',
  meta: 'title: \n\n',
  dotted: '<!--\n.. title: \n-->\n',
}

/** Whether a head can be added to a post: it has none, and nothing that may be meant as one. */
export const hasNoHead = (text: string, readable?: ReadableHeads): boolean => {
  const { language, problem, lookalike } = splitPost(text, readable)
  return language === 'none' && problem === null && lookalike === null
}

/** Why no head is added to a post. */
export const noHeadReason = ({ lookalike }: SplitPost): string =>
  lookalike === null ? t('form.noHead') : t('form.lookalikeStart', { kind: lookalike })

/** Adds a head to a post without one: an empty head with `edit` applied. The text stays as it is. */
export const startHead = (text: string, language: HeadLanguage, edit: (head: string) => Edit): Edit => {
  const made = edit(empty[language])
  if (made.kind === 'refused') return made
  const head = applyTextChanges(empty[language], made.changes)
  const gap = text === '' || /^[ \t]*(?:\n|$)/.test(text) || language === 'meta' ? '' : '\n'
  return splitPost(head + gap + text).bodyFrom === head.length
    ? { kind: 'changes', changes: [{ from: 0, to: 0, insert: head + gap }] }
    : refused(t('form.textIntoHead'), 1)
}
