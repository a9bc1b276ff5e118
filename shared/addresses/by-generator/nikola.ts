import { filePart, folderOf, nameWithoutExtension } from '../../site/post-path'
import type { SiteLayout } from '../../site/site-layout'
import type { AddressRules } from '../rules/address-rules'
import { contentOf, withoutLanguage } from '../rules/file-name'
import type { SitePath } from '../rules/page'
import { latinSlug, tidied } from '../rules/patterns'

const content = ['posts', 'pages']

/** Nikola: the route in `POSTS` or `PAGES`, `slug` of the head or the name of the file, languages. */
export const nikola: AddressRules = {
  addressOf: ({ path, head }, site) => {
    const place = contentOf(path, site, content)
    if (place === null) return null
    const [stem, language] = parted(path, site)
    const slug = head.slug ?? latinSlug(stem)
    if (slug === null) return null
    const below = folderOf(place.folder === '.' ? path : path.slice(place.folder.length + 1))
    const route = place.route ?? (place.folder === 'pages' ? '' : place.folder)
    const front = language === null || language === site.addresses?.defaultLanguage ? '' : language
    const folder = `${front}/${route}/${below}`
    if (slug === 'index') return tidied(`${folder}/`)
    return tidied(`${folder}/${slug}${site.addresses?.uglyUrls ? '.html' : '/'}`)
  },
  slugOf: (path, site) => parted(path, site)[0],
  languageOf: (path, site) => parted(path, site)[1],
  isExact: true,
  addsBase: false,
  relativeTo: 'address',
}

const parted = (path: SitePath, { addresses }: SiteLayout) =>
  withoutLanguage(nameWithoutExtension(filePart(path)), addresses?.languages ?? [])
