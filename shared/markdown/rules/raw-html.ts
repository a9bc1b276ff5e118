import type MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'
import sanitizeHtml from 'sanitize-html'
import { itemAt } from '../../base/item-at'
import { t } from '../../texts/translate'
import { allowedTags } from '../html/html-names'
import { imageSource, kindOf, linkTarget } from '../links/links'
import { placeholderParts } from '../links/links-and-images'
import { factsOf, type MarkdownEnv } from '../options/env'
import type { MarkdownOptions } from '../options/options'
import { knownTags } from '../tags/tag-at'
import { moreBox, moreMark } from '../tags/tag-box'
import { htmlWithTags } from '../tags/tags-in-html'

/*
 * Why sanitize-html and not DOMPurify: the sanitiser has to run where the HTML is made (a worker, the export,
 * the command line), and DOMPurify needs a DOM, which none of them has. With either, nothing in the attack
 * corpus runs; DOMPurify's defaults keep forms, styles and SVG (so it would need an allow-list as well),
 * sanitize-html starts from one. It generates its output from a token stream, so markup that changes its
 * meaning when it is parsed twice does not survive; foreign content (SVG, MathML), which such attacks use, is
 * not allowed. The frame's content security policy and sandbox are further layers: none is enough alone.
 */

const length = [/^-?\d{1,5}(?:\.\d{1,4})?(?:px|em|rem|%|ch|vw|pt)?$/, /^auto$/]
const lengths = [/^(?:(?:\d{1,5}(?:\.\d{1,4})?(?:px|em|rem|%|ch|pt)?|auto)\s*){1,4}$/]
const color = [/^#[0-9a-f]{3,8}$/i, /^[a-z]{3,24}$/i, /^(?:rgb|hsl)a?\([\d\s.,%/]{3,40}\)$/i]
const border = [/^[\w\s#.]{1,60}$/]

// Only properties that paint inside the element's box: none that position, layer, fetch or animate.
const allowedStyles = {
  '*': {
    'text-align': [/^(?:left|right|center|justify|start|end)$/],
    'vertical-align': [/^[a-z-]{3,12}$/],
    'font-weight': [/^(?:bold|bolder|normal|lighter|[1-9]00)$/],
    'font-style': [/^(?:italic|normal|oblique)$/],
    'font-size': length,
    'line-height': length,
    'text-decoration': [/^[a-z-]{4,16}$/],
    'text-transform': [/^[a-z]{4,12}$/],
    'white-space': [/^(?:normal|nowrap|pre|pre-wrap|pre-line)$/],
    'list-style-type': [/^[a-z-]{4,24}$/],
    display: [/^(?:block|inline|inline-block|flex|grid|table|none)$/],
    float: [/^(?:left|right|none)$/],
    clear: [/^(?:left|right|both|none)$/],
    gap: lengths,
    width: length,
    'max-width': length,
    'min-width': length,
    height: length,
    'max-height': length,
    margin: lengths,
    padding: lengths,
    'margin-top': length,
    'margin-bottom': length,
    'margin-left': length,
    'margin-right': length,
    'padding-left': length,
    'padding-right': length,
    color,
    'background-color': color,
    background: color,
    border,
    'border-radius': lengths,
    opacity: [/^(?:0?\.[3-9]\d*|1)$/],
  },
}

const allowedAttributes: Record<string, string[]> = {
  '*': [
    ...[
      'id',
      'class',
      'title',
      'lang',
      'dir',
      'align',
      'valign',
      'style',
      'role',
      'aria-label',
      'aria-hidden',
    ],
    ...['data-line', 'width', 'height'],
  ],
  a: ['href', 'name'],
  img: ['src', 'alt', 'data-reference', 'loading'],
  td: ['colspan', 'rowspan', 'headers'],
  th: ['colspan', 'rowspan', 'headers', 'scope'],
  col: ['span'],
  colgroup: ['span'],
  ol: ['start', 'type', 'reversed'],
  ul: ['type'],
  li: ['value'],
  details: ['open'],
  time: ['datetime'],
  font: ['color', 'size'],
  'pw-slot': ['n'],
}

const embedded = ['iframe', 'video', 'audio', 'embed', 'object']

const settingsFor = (
  options: MarkdownOptions,
  seen: (kind: 'images' | 'links', reference: string) => void,
) => {
  // The library's types lack this option.
  const settings: sanitizeHtml.IOptions & { readonly allowedEmptyAttributes: string[] } = {
    allowedTags,
    allowedAttributes,
    allowedStyles,
    allowedEmptyAttributes: ['alt', 'href'],
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['http', 'https', 'data', 'asset', 'app'] },
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    nonTextTags: [
      'script',
      'style',
      'textarea',
      'option',
      'noscript',
      'template',
      'title',
      'xmp',
      'noembed',
      'noframes',
      'plaintext',
      'svg',
      'math',
    ],
    transformTags: {
      a: (tagName, { href, ...attribs }) => {
        if (href !== undefined) seen('links', href)
        const target = href === undefined ? null : linkTarget(href, options)
        return { tagName, attribs: target === null ? attribs : { ...attribs, href: target } }
      },
      img: (tagName, { src = '', ...attribs }) => {
        if (src.startsWith('asset:') && attribs['data-reference'])
          return { tagName, attribs: { ...attribs, src } }
        seen('images', src)
        const source = imageSource(src, options)
        if (source.kind === 'shown') {
          return { tagName, attribs: { ...attribs, src: source.url, 'data-reference': src } }
        }
        const { className, text } = placeholderParts(source, src, attribs.alt ?? '')
        return { tagName: 'span', attribs: { class: className, role: 'img' }, text }
      },
      ...Object.fromEntries(
        embedded.map((name) => [
          name,
          (_tag: string, attribs: sanitizeHtml.Attributes) => ({
            tagName: 'span',
            attribs: { class: 'embed-held' },
            text: `${name}: ${whereTo(attribs.src ?? attribs.data)}`,
          }),
        ]),
      ),
    },
  }
  return settings
}

const whereTo = (address: string | undefined): string => {
  if (!address) return t('preview.siteOnly')
  const host = kindOf(address) === 'remote' ? /^(?:https?:)?\/\/([^/?#]+)/i.exec(address)?.[1] : address
  return t('preview.hostSiteOnly', { host: (host ?? address).slice(0, 80) })
}

/** Sanitises an author's HTML. Takes and returns a fragment; open elements are closed at its end. */
export const sanitised = (html: string, options: MarkdownOptions, env: MarkdownEnv): string => {
  const facts = factsOf(env)
  const clean = sanitizeHtml(
    html,
    settingsFor(options, (kind, reference) => facts[kind].push(reference)),
  )
  return clean.replace(/<pw-slot n="(\d+)"><\/pw-slot>/g, (_all, n) => env.slots?.[Number(n)] ?? '')
}

/** True when tokens contain HTML that an author wrote. */
const hasRawHtml = (tokens: readonly Token[]): boolean =>
  tokens.some(
    ({ type, children }) =>
      type === 'html_block' || (children?.some((child) => child.type === 'html_inline') ?? false),
  )

/** Renders parsed tokens to safe HTML: the only place where HTML written in posts is sanitised. */
export const renderSafely = (
  md: MarkdownIt,
  tokens: Token[],
  env: MarkdownEnv,
  options: MarkdownOptions,
): string => {
  const raw = options.features.rawHtml === 'show' && !options.anyLink && hasRawHtml(tokens)
  env.slots = raw ? [] : null
  const html = md.renderer.render(tokens, md.options, env)
  return raw ? sanitised(html, options, env) : html
}

/** The rules for raw HTML itself. */
export const rawHtml = (md: MarkdownIt, options: MarkdownOptions): void => {
  const { rawHtml: way, dialects } = options.features
  const knowsMore = dialects.includes('more')
  const known = knownTags(options.features)
  const draw = ({ content, meta }: Token, env: MarkdownEnv): string => {
    if (knowsMore && moreMark.test(content)) return moreBox(md)
    // A slot written by the author could insert trusted HTML any number of times.
    const withoutSlots = content.replaceAll(/pw-slot/gi, 'pw-none')
    if (way === 'show') return meta?.plainTags ? withoutSlots : htmlWithTags(md, withoutSlots, known, env)
    return way === 'omit' ? '' : md.utils.escapeHtml(content)
  }
  md.renderer.rules.html_block = (tokens, index, _options, env: MarkdownEnv) =>
    draw(itemAt(tokens, index), env)
  md.renderer.rules.html_inline = (tokens, index, _options, env: MarkdownEnv) =>
    draw(itemAt(tokens, index), env)
}
