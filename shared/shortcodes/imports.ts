import type { PathAlias } from '../generators/shape/address-settings'
import { aliasedPaths } from '../site/path-alias'
import { joinPath } from '../site/post-path'
import { importLine } from './import-line'
import type { Shortcode } from './shape'

/** A component that an MDX post imports. */
export interface ImportedComponent {
  /** Its name in the post. */
  readonly name: string
  /** Its name in its module; null for the default export. */
  readonly exported: string | null
  /** The paths in the site that it may have, the likeliest first; the extension may be missing. */
  readonly paths: readonly string[]
}

const maxImports = 40

const pathsOf = (target: string, post: string, aliases: readonly PathAlias[]): readonly string[] => {
  const folder = post.split('/').slice(0, -1)
  if (/^\.\.?\//.test(target)) return [joinPath(...folder, target)].filter((path) => path !== null)
  if (target.startsWith('/')) return [target.slice(1)]
  return aliasedPaths(target, { addresses: { aliases } }, true) ?? []
}

/** `Card`, `Card, { Box, Tab as Pane }` or `{ Box }` as pairs of a name in the post and one in the module. */
const namesIn = (clause: string): readonly (readonly [name: string, exported: string | null])[] => {
  const [, alone] = /^([A-Z][\w$]*)\s*(?:,|$)/.exec(clause) ?? []
  const [, braces = ''] = /\{([^{}]*)\}/.exec(clause) ?? []
  const named = braces.split(',').flatMap((part) => {
    const [, exported = '', name = exported] = /^\s*([\w$]+)(?:\s+as\s+([\w$]+))?\s*$/.exec(part) ?? []
    return /^[A-Z]/.test(name) ? [[name, exported === 'default' ? null : exported] as const] : []
  })
  return alone === undefined ? named : [[alone, null], ...named]
}

/** The components that the body of an MDX post imports from files of its site; `post` is its path in the site. */
export const importedComponents = (
  body: string,
  post: string,
  aliases: readonly PathAlias[] = [],
): readonly ImportedComponent[] =>
  [...body.matchAll(importLine)]
    .slice(0, maxImports)
    .flatMap(([line]) => {
      const [, clause = '', target = ''] = /^import\s+([^'"]+?)\s+from\s*['"]([^'"]+)['"]/.exec(line) ?? []
      const paths = pathsOf(target, post, aliases)
      return paths.length === 0 ? [] : namesIn(clause).map(([name, exported]) => ({ name, exported, paths }))
    })
    .slice(0, maxImports)

const isAt = (file: string, path: string): boolean =>
  file === path || (file.startsWith(path) && /^(?:\/index)?\.[a-z]+$/.test(file.slice(path.length)))

/** The components among those read from files that a post has imported, by their names in the post. */
export const asImported = (
  imports: readonly ImportedComponent[],
  read: readonly Shortcode[],
): readonly Shortcode[] =>
  imports.flatMap(({ name, exported, paths }) => {
    const inFile = paths.map((path) => read.filter(({ file }) => isAt(file, path)))
    const found = inFile
      .flat()
      .find((one) =>
        exported === null ? one.isNamed !== true : one.isNamed === true && one.name === exported,
      )
    return found ? [{ ...found, name }] : []
  })
