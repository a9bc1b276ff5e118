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

/** The path of a file after the first of the `rewrites` that matches. */
const rewritten = (inside: string, rewrites: Readonly<Record<string, string>>): string => {
  for (const [pattern, to] of Object.entries(rewrites)) {
    if (pattern.length > longestPattern) continue
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
