import type MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'
import emojiOf from 'markdown-it-emoji/lib/data/full.mjs'
import { itemAt } from '../../base/item-at'
import { emoticonsIn } from './emoticons'

const colon = 58
const nameEnd = /[^a-z0-9_+-]/g

/**
 * Shows `:name:` as the emoji of that name, with the names and syntax of markdown-it-emoji. That plugin uses
 * one pattern of all 1,903 names: compiling it takes longer than drawing a whole post, while looking a name
 * up is fast.
 */
export const emoji = (
  md: MarkdownIt,
  { emoticons, directives = false }: { readonly emoticons: boolean; readonly directives?: boolean },
): void => {
  md.renderer.rules.emoji = (tokens, index) => itemAt(tokens, index).content
  md.core.ruler.after('linkify', 'emoji', (state) => {
    for (const block of state.tokens) {
      const mayHave = (text: string) => text.includes(':') || (emoticons && /[<;,x8B]/i.test(text))
      if (!block.children?.some(({ type, content }) => type === 'text' && mayHave(content))) continue
      let addresses = 0
      block.children = block.children.flatMap((token) => {
        if (token.info === 'auto') addresses += token.nesting // linked addresses stay as written
        if (token.type !== 'text' || addresses !== 0) return token
        const found = split(token, state.Token, directives)
        return emoticons ? found.flatMap((one) => splitEmoticons(one, state.Token)) : found
      })
    }
  })
}

const split = (text: Token, Made: typeof Token, directives: boolean): Token[] => {
  const { content } = text
  const made: Token[] = []
  let done = 0
  for (let at = content.indexOf(':'); at >= 0; at = content.indexOf(':', at)) {
    nameEnd.lastIndex = ++at
    const end = nameEnd.exec(content)?.index ?? content.length
    const name = content.slice(at, end)
    if (content.charCodeAt(end) !== colon || !Object.hasOwn(emojiOf, name)) continue
    // A colon before a letter begins a directive of its own.
    if (directives && /[a-z]/i.test(content.charAt(end + 1))) continue
    if (done < at - 1) made.push(newText(content.slice(done, at - 1), Made))
    const token = new Made('emoji', '', 0)
    token.markup = name
    token.content = emojiOf[name] ?? ''
    made.push(token)
    done = at = end + 1
  }
  if (made.length === 0) return [text]
  if (done < content.length) made.push(newText(content.slice(done), Made))
  return made
}

const splitEmoticons = (text: Token, Made: typeof Token): Token[] => {
  const found = text.type === 'text' ? emoticonsIn(text.content) : []
  const made: Token[] = []
  let done = 0
  for (const { at, sign, name } of found) {
    if (done < at) made.push(newText(text.content.slice(done, at), Made))
    const token = new Made('emoji', '', 0)
    token.markup = name
    token.content = emojiOf[name] ?? ''
    made.push(token)
    done = at + sign.length
  }
  if (found.length === 0) return [text]
  if (done < text.content.length) made.push(newText(text.content.slice(done), Made))
  return made
}

const newText = (content: string, Made: typeof Token): Token => {
  const token = new Made('text', '', 0)
  token.content = content
  return token
}
