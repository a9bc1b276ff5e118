import MarkdownIt from 'markdown-it'
import { splitPost } from '../../front-matter/read/split'

const aFence = /^[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?(?:`{3,}|~{3,})\s*mermaid\b/im

/** The distinct Mermaid sources of a post, as the pipeline passes them to `options.diagram`. */
export const diagramSources = (text: string): string[] => {
  if (!aFence.test(text)) return [] // most posts have none, and parsing a large one takes time
  const md = new MarkdownIt({ html: true })
  md.core.ruler.enableOnly(['normalize', 'block'])
  const fences = md
    .parse(text.slice(splitPost(text).bodyFrom), {})
    .filter(({ type, info }) => type === 'fence' && /^mermaid(?:[\s{,:]|$)/i.test(info.trim()))
  return [...new Set(fences.map(({ content }) => content))]
}
