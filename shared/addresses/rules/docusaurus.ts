import { filePart, folderOf, nameWithoutExtension } from '../../site/post-path'
import type { AddressRules } from './address-rules'
import { datedName } from './file-name'
import { datePartsOf, tidied } from './patterns'

/** Docusaurus: dated posts of a blog, documents by their path without numbers, `slug` of the head. */
export const docusaurus: AddressRules = {
  addressOf: ({ path, head }, site) => {
    const base = /^(?:.*\/)?(blogs?|docs)(?=\/)/.exec(path)?.[0] ?? site.postsFolder
    const route = `/${filePart(base)}`
    const inside = path.slice(base.length + 1)
    if (head.slug !== undefined)
      return tidied(
        head.slug.startsWith('/')
          ? `${route}/${head.slug}`
          : `${route}/${isBlog(route) ? '' : folderOf(inside)}/${head.slug}`,
      )
    if (isBlog(route)) return blogAddress(route, inside)
    const stem = nameWithoutExtension(inside).split('/').map(withoutNumber).join('/')
    return tidied(`${route}/${stem.replace(/(?:^|\/)(?:index|README)$/i, '')}`)
  },
  slugOf: (path) => {
    const name = nameWithoutExtension(filePart(path))
    return datedName(name === 'index' ? filePart(folderOf(path)) : name).rest
  },
  languageOf: () => null,
  isExact: true,
  relativeTo: 'address',
}

const isBlog = (route: string): boolean => /^\/blogs?$/.test(route)

// `2021-01-02-x.md`, `2021-01-02-x/index.md`, `2021/01/02-x.md`: `blogUtils.parseBlogFileName`.
const blogAddress = (route: string, inside: string): string => {
  const stem = nameWithoutExtension(inside).replace(/\/index$/, '')
  const [, folder = '', written, name] = /^(.*?)(\d{4}[-/]\d{1,2}[-/]\d{1,2})[-/]?(.*)$/.exec(stem) ?? []
  const date = datePartsOf(written)
  if (date === null || name === undefined) return tidied(`${route}/${stem}`)
  return tidied(`${route}/${folder}/${date.year}/${date.month}/${date.day}/${name}`)
}

const withoutNumber = (name: string): string => name.replace(/^\d+\s*[-_.]+\s*(?=\D)/, '')
