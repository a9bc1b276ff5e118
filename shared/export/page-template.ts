import { productName } from '../product-name'
import type { TitlePart } from '../text/title-parts'
import { t } from '../texts/translate'
import { escapeHtml } from './escape-html'

/** The content and metadata of an exported page. Texts are plain; they are escaped here. */
export interface ExportedPage {
  readonly title: string
  /** The title shown above the page, with its marks; empty if the body has one. */
  readonly heading: readonly TitlePart[]
  readonly description: string
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  /** The date for people; empty if the post has none. */
  readonly date: string
  /** The same for machines, `2024-01-05` or with a time. */
  readonly isoDate: string
  readonly minutes: number
  readonly featured: boolean
  readonly author: string
  readonly tags: readonly string[]
  /** The address of the published page; null if it is unknown. */
  readonly address: string | null
  /** The public address of the image for link previews; null if there is none. */
  readonly cardImage: string | null
  /** The image at the top, as safe HTML; empty if there is none. */
  readonly hero: string
  /** Safe HTML of the body. */
  readonly body: string
  readonly styles: readonly string[]
  /** Other hosts from which the page loads images. */
  readonly imageHosts: readonly string[]
}

/** A self-contained HTML page: no scripts, and nothing external except images from `imageHosts`. */
export const pageHtml = (page: ExportedPage): string => `<!doctype html>
<html lang="${escapeHtml(page.language)}" dir="${page.direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${escapeHtml(policyOf(page))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(page.title)}</title>
${metaTags(page).join('\n')}
${page.styles.map((style) => `<style>\n${safeStyle(style)}\n</style>`).join('\n')}
</head>
<body>
<main class="page">
${header(page)}
<article>
${page.body}
</article>
</main>
</body>
</html>
`

// The body is already sanitized; this policy blocks whatever slipped through.
const policyOf = ({ imageHosts }: ExportedPage): string =>
  [
    "default-src 'none'",
    ['img-src data:', ...imageHosts].join(' '),
    "style-src 'unsafe-inline'",
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

const metaTags = (page: ExportedPage): string[] => {
  const { title, description, address, cardImage } = page
  const named = (name: string, content: string | null) => tag('name', name, content)
  const property = (name: string, content: string | null) => tag('property', name, content)
  return [
    named('description', description),
    named('author', page.author),
    named('keywords', page.tags.join(', ')),
    named('generator', productName),
    address === null ? '' : `<link rel="canonical" href="${escapeHtml(address)}">`,
    property('og:type', 'article'),
    property('og:title', title),
    property('og:description', description),
    property('og:url', address),
    property('og:image', cardImage),
    property('og:locale', openGraphLocale(page.language)),
    property('article:published_time', page.isoDate),
    ...page.tags.map((term) => property('article:tag', term)),
    named('twitter:card', cardImage === null ? 'summary' : 'summary_large_image'),
    named('twitter:title', title),
    named('twitter:description', description),
    named('twitter:image', cardImage),
  ].filter((line) => line !== '')
}

const tag = (kind: 'name' | 'property', name: string, content: string | null): string =>
  content === null || content === '' ? '' : `<meta ${kind}="${name}" content="${escapeHtml(content)}">`

// Open Graph requires a territory, which a language alone does not tell.
const openGraphLocale = (language: string): string | null =>
  /^[a-z]{2}-[a-z]{2}$/i.test(language)
    ? `${language.slice(0, 2).toLowerCase()}_${language.slice(3).toUpperCase()}`
    : null

const htmlOfTitle = (parts: readonly TitlePart[]): string =>
  parts
    .map((part) =>
      typeof part === 'string' ? escapeHtml(part) : `<${part.tag}>${htmlOfTitle(part.parts)}</${part.tag}>`,
    )
    .join('')

const header = (page: ExportedPage): string => {
  const facts = [
    page.date === ''
      ? ''
      : `<time dir="auto" datetime="${escapeHtml(page.isoDate)}">${escapeHtml(page.date)}</time>`,
    page.minutes === 0
      ? ''
      : `<span lang="en" dir="ltr">${t('preview.minRead', { minutes: page.minutes })}</span>`,
    page.featured ? `<span lang="en" dir="ltr">${t('preview.featured')}</span>` : '',
  ].filter((fact) => fact !== '')
  const lines = [
    page.heading.length === 0 ? '' : `<h1 class="page-title" dir="auto">${htmlOfTitle(page.heading)}</h1>`,
    facts.length === 0 ? '' : `<p class="page-meta">${facts.join(' · ')}</p>`,
    page.tags.length === 0
      ? ''
      : `<ul class="page-tags">${page.tags.map((term) => `<li dir="auto">#${escapeHtml(term)}</li>`).join('')}</ul>`,
    page.hero === '' ? '' : `<figure class="page-hero">${page.hero}</figure>`,
  ].filter((line) => line !== '')
  return lines.length === 0 ? '' : `<header class="page-header">\n${lines.join('\n')}\n</header>`
}

// `</style` is the only text that ends a style element early.
const safeStyle = (style: string): string => style.replace(/<\/(?=style)/gi, '<\\/')
