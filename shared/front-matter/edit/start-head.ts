import { applyTextChanges } from '../../text/text-change'
import { type HeadLanguage, splitPost } from '../read/split'
import type { Edit } from '../values/types'
import { refused } from '../yaml/head'

const empty: Readonly<Record<HeadLanguage, string>> = {
  yaml: '---\n---\n',
  toml: '+++\n+++\n',
  json: '{\n}\n',
}

/** True for a post above whose text a head can be put. */
export const hasNoHead = (text: string): boolean => {
  const { language, problem } = splitPost(text)
  return language === 'none' && problem === null
}

/** Puts a head above the text of a post without one, with what `edit` writes into an empty head; the text stays. */
export const startHead = (text: string, language: HeadLanguage, edit: (head: string) => Edit): Edit => {
  const made = edit(empty[language])
  if (made.kind === 'refused') return made
  const head = applyTextChanges(empty[language], made.changes)
  const gap = text === '' || /^[ \t]*(?:\n|$)/.test(text) ? '' : '\n'
  return splitPost(head + gap + text).bodyFrom === head.length
    ? { kind: 'changes', changes: [{ from: 0, to: 0, insert: head + gap }] }
    : refused('The text would become part of the front matter', 1)
}
