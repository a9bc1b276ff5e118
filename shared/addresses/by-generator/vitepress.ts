import { filePart, folderOf, nameWithoutExtension } from '../../site/post-path'
import type { AddressRules } from '../rules/address-rules'
import { insideContent } from '../rules/file-name'
import { tidied } from '../rules/patterns'
import { sourceOf } from './source-folder'

/** VitePress: the path below the source folder, with `.html` unless `cleanUrls` says otherwise. */
export const vitepress: AddressRules = {
  addressOf: ({ path }, site) => {
    const inside = insideContent(path, site, sourceOf(site))
    if (inside === null || inside.includes('[')) return null // a dynamic route
    const stem = nameWithoutExtension(rewritten(inside, site.addresses?.rewrites ?? {}))
    if (filePart(stem) === 'index') return tidied(`${folderOf(stem)}/`)
    return tidied(site.addresses?.cleanUrls ? stem : `${stem}.html`)
  },
  slugOf: (path) => {
    const name = nameWithoutExtension(filePart(path))
    return name === 'index' ? filePart(folderOf(path)) || name : name
  },
  languageOf: () => null,
  isExact: true,
  addsBase: true,
  relativeTo: 'address',
}

const longestPattern = 200

/** How many parts of a path a pattern may share between its names, in some way: more could take too long to try. */
const mostShared = 2

const sharedParts = (pattern: string): number =>
  pattern.split('/').reduce((sum, part) => sum + Math.max(0, (part.match(/:\w/g)?.length ?? 0) - 1), 0) +
  (pattern.match(/\*/g)?.length ?? 0)

/** The path of a file after the first of the `rewrites` that matches. */
const rewritten = (inside: string, rewrites: Readonly<Record<string, string>>): string => {
  for (const [pattern, to] of Object.entries(rewrites)) {
    if (pattern.length > longestPattern || sharedParts(pattern) > mostShared) continue
    const names: string[] = []
    const source = pattern
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replace(/:(\w+)(\*)?(?:\\\(\.\*\\\))?/g, (whole, name: string, many?: string) => {
        names.push(name)
        return many || whole.endsWith(')') ? '(.*)' : '([^/]+)'
      })
    const match = new RegExp(`^${source}$`).exec(inside)
    if (match) return to.replace(/:(\w+)\*?/g, (_, name: string) => match[names.indexOf(name) + 1] ?? '')
  }
  return inside
}
