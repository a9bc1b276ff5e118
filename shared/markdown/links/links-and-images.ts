import type MarkdownIt from 'markdown-it'
import type { Renderer, Token } from 'markdown-it'
import { t } from '../../texts/translate'
import { hexoAddress } from '../marked/addresses'
import { factsOf, type MarkdownEnv } from '../options/env'
import type { MarkdownFeatures } from '../options/features'
import type { MarkdownOptions } from '../options/options'
import { imageSource, kindOf, linkTarget } from './links'
import { isWithheld, longAddresses } from './long-addresses'
import { vitepressAddress } from './vitepress-address'

/** Applies the scheme rules: an image that may not load becomes a placeholder, a refused link is dead. */
export const linksAndImages = (md: MarkdownIt, options: MarkdownOptions): void => {
  const { escapeHtml } = md.utils
  md.use(longAddresses)
  // Tokens of footnotes are drawn more than once, so tokens are never changed here.
  const open = (
    token: Token,
    attributes: Readonly<Record<string, string | null>>,
    self: Renderer,
  ): string => {
    const changed = (token.attrs ?? []).filter(([name]) => !(name in attributes))
    for (const [name, value] of Object.entries(attributes)) if (value !== null) changed.push([name, value])
    const drawn = Object.assign(Object.create(Object.getPrototypeOf(token)), token, { attrs: changed })
    return `<${token.tag}${self.renderAttrs(drawn)}${token.nesting === 0 && options.xhtml ? ' /' : ''}>`
  }
  md.renderer.rules.link_open = (tokens, index, mdOptions, env: MarkdownEnv, self) => {
    const token = tokens[index]
    const href = token?.attrGet('href')
    if (!token || typeof href !== 'string' || options.anyLink)
      return self.renderToken(tokens, index, mdOptions)
    if (isWithheld(token, env))
      return open(token, { href: null, class: 'dead-link', title: t('preview.linkedTooOften') }, self)
    factsOf(env).links.push(href)
    const target = linkTarget(href, options)
    const emptied = emptiedLink(href, options.features.grammar)
    if (emptied) return open(token, emptied, self)
    return target === null
      ? open(token, { href: null, class: 'dead-link', title: t('preview.addressNotOpened') }, self)
      : open(token, { href: spelled(target, token, options.features.grammar), ...notDrawn }, self)
  }
  md.renderer.rules.image = (tokens, index, mdOptions, env: MarkdownEnv, self) => {
    const token = tokens[index]
    if (!token) return ''
    const reference = String(token.attrGet('src') ?? '')
    const alt = options.anyLink
      ? self.renderInlineAsText(token.children ?? [], mdOptions, env)
      : altOf(token, options.features.grammar)
    factsOf(env).images.push(reference)
    if (options.anyLink) {
      token.attrSet('alt', alt)
      return self.renderToken(tokens, index, mdOptions)
    }
    if (isWithheld(token, env)) return `<span class="image-missing" role="img">${escapeHtml(alt)}</span>`
    const source = imageSource(reference, options)
    if (source.kind !== 'shown') return placeholder(source, reference, alt, escapeHtml)
    const written = source.url === reference ? null : reference
    return open(token, { src: source.url, alt, 'data-reference': written }, self)
  }
}

const reactSchemes = /^(?:https?|ircs?|mailto|xmpp)$/i

/** For a link with an unsafe scheme: react-markdown and Goldmark empty its address, remark-html drops it. */
const emptiedLink = (
  href: string,
  grammar: MarkdownFeatures['grammar'],
): Readonly<Record<string, string | null>> | null => {
  const scheme = /^\s*([a-z][a-z\d+.-]*):/i.exec(href)?.[1]
  if (scheme === undefined) return null
  const isSafe =
    grammar === 'goldmark' ? !/^(?:javascript|vbscript|file|data)$/i.test(scheme) : reactSchemes.test(scheme)
  if (isSafe) return null
  if (grammar === 'react-markdown' || grammar === 'goldmark') return { href: '', class: 'emptied-link' }
  return grammar === 'remark-html' ? { href: null, class: 'emptied-link' } : null
}

/** An address as the renderer writes it into the page. */
const spelled = (address: string, link: Token, grammar: MarkdownFeatures['grammar']): string => {
  if (grammar === 'marked') return hexoAddress(address)
  if (grammar !== 'vitepress' || kindOf(address) !== 'relative') return address
  // With one of these the link leads out of the site.
  return link.attrGet('target') !== null || link.attrGet('download') !== null
    ? address
    : vitepressAddress(address)
}

/** Read from the text, but a link in the preview opens in its own way. */
const notDrawn = { target: null, download: null }

/** The alternative text of an image, without marks; marked and kramdown keep it as written. */
const altOf = (image: Token, grammar: MarkdownFeatures['grammar']): string =>
  grammar === 'marked' || grammar === 'kramdown' ? image.content : wordsOf(image.children ?? [])

const wordsOf = (tokens: readonly Token[]): string =>
  tokens
    .map(({ type, content, children }) => {
      if (type === 'image') return wordsOf(children ?? [])
      if (type === 'softbreak' || type === 'hardbreak') return '\n'
      return type === 'html_inline' ? '' : content
    })
    .join('')

/** The placeholder for an image that is not loaded. Images in raw HTML use the same words. */
export const placeholder = (
  source: { readonly kind: 'held' | 'refused'; readonly host?: string },
  reference: string,
  alt: string,
  escapeHtml: (text: string) => string,
): string => {
  const { className, text } = placeholderParts(source, reference, alt)
  return `<span class="${className}" role="img" aria-label="${escapeHtml(alt)}">${escapeHtml(text)}</span>`
}

/** The parts of a placeholder, for callers that build the element themselves. */
export const placeholderParts = (
  source: { readonly kind: 'held' | 'refused'; readonly host?: string },
  reference: string,
  alt: string,
): { readonly className: string; readonly text: string } => {
  const about = alt ? ` “${alt}”` : ''
  return source.kind === 'held'
    ? { className: 'image-held', text: t('preview.imageBlocked', { about, host: source.host ?? '' }) }
    : { className: 'image-missing', text: t('preview.imageCannotShow', { about, reference }) }
}
