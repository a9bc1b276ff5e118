import sanitizeHtml from 'sanitize-html'
import { copiedImage } from './copied-images'

/*
 * HTML on the clipboard is untrusted. Only elements that markdown can express are kept, with the few attributes they
 * need; sanitize-html rewrites them, so nothing that runs, loads or styles remains.
 */

const allowedTags = [
  ...['p', 'div', 'br', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'ul', 'ol', 'li'],
  ...[
    'dl',
    'dt',
    'dd',
    'table',
    'thead',
    'tbody',
    'tfoot',
    'tr',
    'th',
    'td',
    'caption',
    'figure',
    'figcaption',
  ],
  ...['section', 'article', 'main', 'header', 'footer', 'details', 'summary'],
  ...['a', 'b', 'strong', 'i', 'em', 's', 'del', 'strike', 'code', 'kbd', 'samp', 'tt', 'sub', 'sup', 'mark'],
  ...['span', 'font', 'img', 'input', 'q', 'u', 'var', 'cite', 'ins', 'annotation'],
]

const unsaid =
  /\b(?:mw-editsection|katex-html|MathJax_Preview|sr-only|visually-hidden|octicon|anchorjs-link|headerlink)\b/
const wordItem = /\bMsoListParagraph/
/** The longest data URL of an image; longer ones are dropped. */
const longestData = 30_000_000

const isHidden = ({ tag, attribs }: sanitizeHtml.IFrame): boolean =>
  attribs['aria-hidden'] === 'true' ||
  attribs.hidden !== undefined ||
  /display:\s*none|mso-hide:\s*all/i.test(attribs.style ?? '') ||
  unsaid.test(attribs.class ?? '') ||
  (tag === 'sup' && /\breference\b/.test(attribs.class ?? ''))

const levelOf = (style: string): number => Number(/mso-list:[^;]*\blevel(\d)/i.exec(style)?.[1] ?? 1)

/** The copied part of a page, reduced to elements that markdown can express. */
export const cleanHtml = (html: string, onLostImage: () => void = () => undefined): string =>
  sanitizeHtml(copiedPart(html), {
    allowedTags,
    allowedAttributes: {
      '*': ['class', 'style', 'data-lang', 'data-language', 'data-level'],
      a: ['href', 'title'],
      img: ['src', 'alt', 'title', 'data-words'],
      ol: ['start'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan'],
      input: ['type', 'checked'],
      annotation: ['encoding'],
    },
    allowedStyles: {
      '*': {
        'font-weight': [/^[a-z]+$|^\d{3}$/],
        'font-style': [/^[a-z]+$/],
        'text-decoration': [/^[\w\s-]+$/],
        'text-decoration-line': [/^[\w\s-]+$/],
        'font-family': [/^[\w\s,'"&;-]+$/],
        'white-space': [/^[a-z-]+$/],
        'vertical-align': [/^[a-z]+$/],
      },
    },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['http', 'https', 'data'] },
    allowProtocolRelative: true,
    nonTextTags: [
      'script',
      'style',
      'textarea',
      'option',
      'noscript',
      'title',
      'xml',
      'mrow',
      'button',
      'svg',
    ],
    exclusiveFilter: (frame) => {
      if (isHidden(frame)) return true
      if (frame.tag !== 'img') return false
      const { src = '', alt = '', 'data-words': words } = frame.attribs
      if (words !== undefined) return alt === ''
      return src === '' || src.length > longestData
    },
    transformTags: {
      img: (_tagName, attribs) => copiedImage(attribs, onLostImage),
      p: (tagName, attribs) => ({
        tagName,
        attribs:
          wordItem.test(attribs.class ?? '') || /mso-list:\s*l\d/i.test(attribs.style ?? '')
            ? { ...attribs, 'data-level': String(levelOf(attribs.style ?? '')) }
            : /\bMsoTitle\b/.test(attribs.class ?? '')
              ? { ...attribs, class: 'title' }
              : attribs,
      }),
      // The language of code in Confluence.
      pre: (tagName, attribs) => {
        const [, brush] = /brush:\s*([\w+#-]+)/.exec(attribs['data-syntaxhighlighter-params'] ?? '') ?? []
        return { tagName, attribs: brush === undefined ? attribs : { ...attribs, 'data-lang': brush } }
      },
      span: (tagName, attribs) =>
        /mso-list:\s*ignore/i.test(attribs.style ?? '')
          ? { tagName: 'var', attribs: { class: 'list-sign' } }
          : { tagName, attribs },
      div: (tagName, attribs) =>
        /\bcheckbox\b/.test(attribs.class ?? '')
          ? {
              tagName: 'input',
              attribs: {
                type: 'checkbox',
                ...(/\bcheckbox-on\b/.test(attribs.class ?? '') ? { checked: '' } : {}),
              },
            }
          : { tagName, attribs },
    },
    textFilter: (text) => text.replace(/(?:&nbsp;|\u00a0)/g, ' ').replace(/[\u200b\ufeff]/g, ''),
  })

/** Windows provides a whole page with comments around the copied part. */
const copiedPart = (html: string): string => {
  const start = /<!--\s*StartFragment\s*-->/i.exec(html)
  const part = start ? html.slice(start.index + start[0].length) : html
  const end = start ? part.search(/<!--\s*EndFragment\s*-->/i) : -1
  const body = end < 0 ? html : part.slice(0, end)
  // Browsers copy part of a table as rows without the table, which would lose their cells.
  return /^\s*<(?:tr|td|th|col|tbody|thead)\b/i.test(body) ? `<table>${body}</table>` : body
}
