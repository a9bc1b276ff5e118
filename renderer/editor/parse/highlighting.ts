import { HighlightStyle } from '@codemirror/language'
import { tags as t } from '@lezer/highlight'
import { highlightVisible } from './highlight-visible'

/** The styles of a text: markup is subdued, content stands out. */
export const highlightStyle = HighlightStyle.define([
  { tag: [t.contentSeparator, t.labelName], color: 'var(--markup)' },
  { tag: t.heading, fontWeight: '700' },
  { tag: t.strong, fontWeight: '700' },
  { tag: t.emphasis, fontStyle: 'italic' },
  { tag: t.strikethrough, textDecoration: 'line-through' },
  { tag: t.quote, fontStyle: 'italic' },
  { tag: t.url, color: 'var(--muted)', textDecoration: 'underline', textDecorationColor: 'var(--line)' },
  { tag: t.monospace, background: 'var(--code-tint)' },
  { tag: t.atom, color: 'var(--markup)' },
  { tag: [t.keyword, t.modifier, t.operatorKeyword], color: 'var(--accent)' },
  { tag: [t.string, t.special(t.string), t.regexp], color: 'var(--muted)' },
  { tag: [t.comment, t.meta, t.documentMeta], color: 'var(--markup)', fontStyle: 'italic' },
  { tag: [t.bool, t.null, t.number], color: 'var(--accent)' },
  { tag: [t.definition(t.propertyName), t.tagName], color: 'var(--text)', fontWeight: '550' },
  { tag: [t.className, t.typeName, t.attributeName], color: 'var(--text)' },
  { tag: [t.punctuation, t.separator, t.angleBracket], color: 'var(--markup)' },
  // After the styles of the words that marks are around: a line through `~~` would hide it.
  {
    tag: t.processingInstruction,
    color: 'var(--markup)',
    fontWeight: '400',
    fontStyle: 'normal',
    textDecoration: 'none',
  },
  { tag: t.invalid, color: 'var(--danger)' },
])

/** The highlighting of a text. Its colors are CSS variables, so the theme changes without a redraw. */
export const highlighting = highlightVisible(highlightStyle)
