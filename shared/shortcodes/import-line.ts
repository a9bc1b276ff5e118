import type { GeneratorId } from '../generators/shape/generator-id'
import type { Shortcode } from './shape'

/** The import statements of a module. */
export const importLine = /^import\b[^\n]*(?:\n(?![\s]*\n)[^\n]*?)*?['"][^'"\n]*['"];?[ \t]*$/gm

/** Whether a module already imports or declares a name. */
const hasName = (text: string, name: string): boolean =>
  new RegExp(
    String.raw`^(?:import\b[^;'"]*\b${name}\b|export\s+(?:const|let|function|class)\s+${name}\b)`,
    'm',
  ).test(text)

/** The relative path from one file of a site to another, both given as paths inside it. */
const wayTo = (from: string, to: string): string => {
  const source = from.split('/').slice(0, -1)
  const target = to.split('/')
  let same = 0
  while (same < source.length && source[same] === target[same]) same += 1
  const up = source.slice(same).map(() => '..')
  return [...(up.length === 0 ? ['.'] : up), ...target.slice(same)].join('/')
}

const addressOf = (post: string, file: string, generator: GeneratorId): string => {
  const named = file.replace(/(?:\/index)?\.[jt]sx?$/, '')
  return generator === 'docusaurus' ? `@site/${named}` : wayTo(post, named)
}

/**
 * The line that imports a component into an MDX post, and where to insert it. Null if none is needed: the
 * post has the name already, or it imports nothing and its generator can provide components to all posts.
 */
export const importFor = (
  text: string,
  bodyFrom: number,
  { kind, name, file, isNamed }: Shortcode,
  post: string,
  generator: GeneratorId,
): { readonly from: number; readonly insert: string } | null => {
  const body = text.slice(bodyFrom)
  if (kind !== 'component' || file === '' || !/\.mdx$/i.test(post) || hasName(body, name)) return null
  const lines = [...body.matchAll(importLine)]
  if (lines.length === 0 && generator !== 'astro' && generator !== 'docusaurus') return null
  const line = `import ${isNamed ? `{ ${name} }` : name} from '${addressOf(post, file, generator)}'`
  const last = lines.at(-1)
  if (last)
    return {
      from: bodyFrom + last.index + last[0].length,
      insert: `\n${line}${last[0].trimEnd().endsWith(';') ? ';' : ''}`,
    }
  const blank = /^\s*\n/.exec(body)?.[0].length ?? 0
  return { from: bodyFrom + blank, insert: `${line}\n\n` }
}
