import { filePart, folderOf, nameWithoutExtension } from '../../site/post-path'
import type { AddressRules } from '../rules/address-rules'
import { insideContent } from '../rules/file-name'
import { tidied } from '../rules/patterns'
import { sourceOf } from './source-folder'

/** VitePress: the path below the source folder, with `.html` unless `cleanUrls` says otherwise. */
export const vitepress: AddressRules = {
  addressOf: ({ path }, site) => {
    const inside = insideContent(path, site, sourceOf(site))
    if (inside === null || inside.includes('[')) return null // a template of many pages
    const stem = nameWithoutExtension(inside)
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
