import { pageOf } from '../../addresses/map/page-names'
import type { Page } from '../../addresses/rules/page'
import type { MarkdownFeatures } from '../../markdown/options/features'
import type { PostId } from '../../posts/post'
import type { NamedImage } from '../../references/named-images'
import { pathOfPost } from '../../site/post-path'
import { isDraft } from '../../site/post-state'
import type { SiteLayout } from '../../site/site-layout'
import { slugOfPost } from '../../site/slug'
import type { Finding } from '../findings/finding'
import type { IgnoredLines } from '../findings/ignore'
import type { BodyParts, LinkPart } from '../parts/body-parts'
import { headingIds } from '../parts/heading-ids'
import type { PostParts } from '../parts/post-parts'
import type { HeadParts } from '../parts/read-head'

/** What is kept of a post after its text was checked: enough to check it again when another post changes. */
export interface PostRecord {
  readonly id: PostId
  readonly slug: string
  readonly ownSlug?: string
  readonly page: Page
  /** The generator leaves it out as a draft. */
  readonly draft: boolean
  /** It has no text yet. */
  readonly isBlank: boolean
  /** Its path on the site; null if unknown. */
  readonly address: string | null
  readonly head: HeadParts
  /** Links that may stay inside the site. */
  readonly links: readonly LinkPart[]
  /** Links to other hosts. */
  readonly outside: readonly LinkPart[]
  readonly images: readonly LinkPart[]
  /** Other places that name an image: shortcodes, styles, components, fields. */
  readonly named: readonly NamedImage[]
  /** The possible targets of `#anchor`; null if the page includes content from elsewhere. */
  readonly ids: readonly string[] | null
  readonly ignored: readonly IgnoredLines[]
  /** The findings of the checks that need only the text. */
  readonly found: readonly Finding[]
}

/** Extracts what the checks of the whole site need of a post. */
export const postRecord = (
  { id, text, bodyFrom, data, head, body, ignored }: PostParts,
  found: readonly Finding[],
  site: SiteLayout,
  { anchors, idStyle, autolinks }: MarkdownFeatures,
): Omit<PostRecord, 'named'> => {
  const slug = slugOfPost(id, site)
  const { slug: own } = head.common
  const page = pageOf({ path: pathOfPost(id, site), head: head.addresses }, site)
  const links = autolinks ? [...body.links, ...body.bare.flatMap(autolinked)].sort(byPlace) : body.links
  const isOutside = ({ target }: LinkPart) => isElsewhere(target, site.address)
  return {
    id,
    slug,
    ...(own === '' || own === slug ? {} : { ownSlug: own }),
    page,
    draft: head.problem === null && isDraft(site, id, data),
    isBlank: text.slice(bodyFrom).trim() === '',
    address: page.address,
    head,
    links: links.filter((link) => !isOutside(link)),
    outside: links.filter(isOutside),
    images: body.images,
    ids:
      body.hasParts || (anchors && idStyle === 'own')
        ? null
        : [...(anchors ? headingIds(body.headings, idStyle) : []), ...body.ids],
    ignored,
    found,
  }
}

const byPlace = (a: LinkPart, b: LinkPart): number => a.from - b.from

/** The link that a renderer makes of an address in the text. */
const autolinked = ({ text, isInHtml, ...at }: BodyParts['bare'][number]): readonly LinkPart[] =>
  isInHtml
    ? []
    : [{ ...at, kind: 'link', target: text, whole: at, words: null, wordsAt: at.from, written: 'bare' }]

/** Whether an address leads to another host. */
const isElsewhere = (target: string, own: string | null): boolean =>
  /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(target) && pathOnSite(target, own) === null

/** The path of an address of the site itself that is written with its host; null for any other address. */
export const pathOnSite = (target: string, own: string | null): string | null => {
  const match = /^(?:https?:)?\/\/[^/?#]+(.*)$/is.exec(target)
  if (!match || own === null) return null
  return hostOf(target) === hostOf(own) ? match[1] || '/' : null
}

/** The host of an address, without `www.` and the usual port. */
export const hostOf = (address: string): string =>
  /^(?:https?:)?\/\/(?:www\.)?([^/?#]+?)(?::(?:80|443)?)?(?:[/?#]|$)/i.exec(address)?.[1]?.toLowerCase() ?? ''
