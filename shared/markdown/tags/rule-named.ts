import type MarkdownIt from 'markdown-it'

type BlockRule = ReturnType<MarkdownIt['block']['ruler']['getRules']>[number]

/** The block rule of this name; null if it is switched off. */
export const ruleNamed = ({ block: { ruler } }: MarkdownIt, name: string): BlockRule | null => {
  const before = ruler.getRules('')
  ruler.disable(name)
  const others = new Set(ruler.getRules(''))
  const found = before.find((rule) => !others.has(rule)) ?? null
  if (found) ruler.enable(name)
  return found
}
