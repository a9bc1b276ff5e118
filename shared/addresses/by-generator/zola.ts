import type { AddressRules } from '../rules/address-rules'
import { datedName, namedFile } from '../rules/file-name'
import { hyphenated, tidied } from '../rules/patterns'

const content = ['content']

/** Zola: section, `path` and `slug` of the head; a date at the start of a name is not part of the slug. */
export const zola: AddressRules = {
  addressOf: ({ path, head }, site) => {
    const file = namedFile(path, site, content)
    if (file === null) return null
    if (head.permalink !== undefined) return tidied(`${head.permalink}/`)
    const front =
      file.language === null || file.language === site.addresses?.defaultLanguage ? '' : file.language
    const folder = file.folder.split('/').map(slugified).join('/')
    if (file.isSection) return tidied(`${front}/${folder}/`)
    return tidied(`${front}/${folder}/${slugified(head.slug ?? datedName(file.name).rest)}/`)
  },
  slugOf: (path, site) => {
    const file = namedFile(path, site, content)
    return file === null ? path : datedName(file.name).rest
  },
  languageOf: (path, site) => namedFile(path, site, content)?.language ?? null,
  isExact: true,
  addsBase: false,
  relativeTo: 'address',
}

const slugified = (text: string): string => hyphenated(text.toLowerCase(), '_')
