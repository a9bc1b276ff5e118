import type MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'

const atEnd = /(?<![ \t])[ \t]*(?<!\\)\{([^{}\n]{1,500})\}[ \t]*$/
const part = /^\s*(?:#([\w:.-]+)|\.([\w:.-]+)|([\w:-]+)=(?:"([^"]*)"|'([^']*)'|([\w.:#%/-]+)))(?=\s|$|[#.])/
const plain = /^(?:id|class|title|lang|dir|align|width|height|start)$/

/** The attributes of `#id .class key=value`; null if there is anything else between the braces. */
export const readAttributes = (written: string): [name: string, value: string][] | null => {
  const found = new Map<string, string>()
  let rest = written
  while (rest.trim() !== '') {
    const read = part.exec(rest)
    if (!read) return null
    const [all, id, name, key, double, single, bare] = read
    if (id !== undefined) found.set('id', id)
    else if (name !== undefined) found.set('class', [found.get('class'), name].filter(Boolean).join(' '))
    else if (key !== undefined && plain.test(key)) found.set(key, double ?? single ?? bare ?? '')
    rest = rest.slice(all.length)
  }
  return [...found]
}

const onlyId = /^\s*#([^\s{}#]+)\s*$/

/** `## Heading {#id .class}`; with `ids`, only `{#id}`, and any other braces are text. */
export const headingAttributes = (md: MarkdownIt, { ids }: { readonly ids: boolean }): void => {
  md.core.ruler.before('inline', 'heading_attributes', (state) => {
    state.tokens.forEach((token, index) => {
      const inline = state.tokens[index + 1]
      if (token.type !== 'heading_open' || inline?.type !== 'inline') return
      const found = atEnd.exec(inline.content)
      const written = found?.[1] ?? ''
      const id = onlyId.exec(written)?.[1]
      const attributes = ids ? (id === undefined ? null : ([['id', id]] as const)) : readAttributes(written)
      if (!found || !attributes || attributes.length === 0) return
      for (const [name, value] of attributes) setAttribute(token, name, value)
      inline.content = inline.content.slice(0, found.index)
    })
  })
}

/** Sets an attribute; classes are added to those that are there. */
export const setAttribute = (token: Token, name: string, value: string): void => {
  if (name === 'class') token.attrJoin('class', value)
  else token.attrSet(name, value)
}
