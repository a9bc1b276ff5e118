import { EditorView } from '@codemirror/view'
import { tableStyles } from './table-styles'

const step = '1.6em'

/** The indents at which a quote has a bar of its own. */
const levels = [0, 1, 2, 3, 4, 5]

/** Where the bar at an indent is: below the first letters of the text around it. */
const barAt = (level: number): string => (level === 0 ? '0px' : `calc(${level} * ${step} - 7px)`)

const bars = Object.fromEntries(
  levels.map((level) => [
    `& .live-bar-${level}`,
    { [`--bar-${level}`]: 'linear-gradient(var(--bar-color), var(--bar-color))' },
  ]),
)

/** The theme of Live: the fonts and measures of the page, in CSS variables only. */
export const liveTheme = EditorView.theme({
  '&.cm-editor': {
    '--live-size': 'calc(var(--size-prose) * var(--editor-scale))',
    '--text-width': 'calc(var(--live-size) * 38 * var(--editor-width) / 80)',
    fontSize: 'var(--live-size)',
  },
  '& .cm-scroller': {
    fontFamily: 'var(--editor-font, var(--font-prose))',
    lineHeight: 'calc(1.65 * var(--editor-line-height) / 1.75)',
  },
  '& .cm-content': { fontFeatureSettings: 'normal', borderCollapse: 'collapse' },
  '&.cm-focused .cm-activeLine': { backgroundColor: 'transparent', boxShadow: 'none', clipPath: 'none' },
  '&.cm-focused .cm-activeLine:is(.live-code, .live-html-block)': { backgroundColor: 'var(--code-tint)' },
  // Resets styles of the editor's own parser, which may differ from the site's renderer; their classes begin like this.
  '& .cm-line:not(.live-code, .live-html-block, .live-head) span[class^="ͼ"]': {
    color: 'inherit',
    font: 'inherit',
    textDecoration: 'none',
    background: 'none',
  },
  '& .cm-line': { position: 'relative', paddingInlineStart: `calc(var(--live-indent, 0) * ${step})` },
  // CodeMirror's placeholder beside hidden text would make a line taller than its text.
  '& .cm-widgetBuffer': { height: '0.7em', verticalAlign: 'baseline' },
  '& .live-strong': { fontWeight: '700' },
  '& .live-em': { fontStyle: 'italic' },
  '& .live-s, & .live-del': { textDecoration: 'line-through' },
  '& .live-sub, & .live-sup': { fontSize: '0.75em', lineHeight: '0' },
  '& .live-sub': { verticalAlign: 'sub' },
  '& .live-sup': { verticalAlign: 'super' },
  '& .live-mark': { backgroundColor: 'var(--warn-soft)' },
  '& .live-link': {
    color: 'var(--accent)',
    textDecoration: 'underline',
    textDecorationColor: 'color-mix(in srgb, var(--accent) 40%, transparent)',
    textUnderlineOffset: '0.18em',
  },
  '& .live-kbd': {
    padding: '0 0.35em',
    border: '1px solid var(--line)',
    borderRadius: '4px',
    backgroundColor: 'var(--code-tint)',
    fontFamily: 'var(--font-mono)',
    fontSize: '0.8em',
    lineHeight: '1',
  },
  '& .live-u, & .live-ins': { textDecoration: 'underline' },
  '& .live-b': { fontWeight: '700' },
  '& .live-i, & .live-cite, & .live-var, & .live-dfn': { fontStyle: 'italic' },
  '& .live-small': { fontSize: '0.85em', lineHeight: '1' },
  '& .live-bare-pipe': { color: 'transparent', forcedColorAdjust: 'none' },
  '& .live-code-words': {
    fontFamily: 'var(--font-mono)',
    fontSize: '0.86em',
    lineHeight: '1',
    backgroundColor: 'var(--code-tint)',
    borderRadius: '3px',
  },
  // On the ground of code what steps back is a step darker.
  '& .live-code, & .live-html-block, & .live-code-words': { '--markup': 'var(--muted)' },
  '& .live-html, & .live-signs, & .live-inline-note, & .live-definition': { color: 'var(--markup)' },
  '& .live-markup, & .live-source': {
    color: 'var(--markup)',
    fontWeight: '400',
    fontStyle: 'normal',
    textDecoration: 'none',
  },
  // Positioned out of the line, so that it affects neither text nor height.
  '& .live-beside': { position: 'absolute', insetInlineEnd: '100%', whiteSpace: 'pre' },
  // A line of which all text stands beside it would have no height.
  '& .live-hung::after': { content: '"\\200b"' },
  '& .live-above': {
    display: 'inline-block',
    width: '0',
    lineHeight: '0',
    fontSize: '0.7em',
    whiteSpace: 'pre',
    verticalAlign: '0.9em',
  },
  '& .live-heading': { fontWeight: '700', lineHeight: '1.3' },
  '& .live-h1': { fontSize: '1.8em' },
  '& .live-h2': { fontSize: '1.4em' },
  '& .live-h3': { fontSize: '1.18em' },
  '& .live-h4, & .live-h5, & .live-h6': { fontSize: '1em' },
  '& .live-h5, & .live-h6': { color: 'var(--muted)' },
  '& .live-underline': { color: 'var(--markup)', fontSize: '0.8em', lineHeight: '1' },
  ...bars,
  '& .live-quote': {
    '--bar-color': 'var(--accent)',
    backgroundImage: levels.map((level) => `var(--bar-${level}, none)`).join(', '),
    backgroundPosition: levels.map((level) => `left ${barAt(level)} top 0`).join(', '),
    backgroundSize: '3px 100%',
    backgroundRepeat: 'no-repeat',
    paddingInlineStart: `calc(var(--live-indent) * ${step} - 7px)`,
    color: 'var(--muted)',
    fontStyle: 'italic',
  },
  '& .live-quote:not(.live-alert) .live-em': { fontStyle: 'normal' }, // stands out in a text that is italic
  '& .live-quote[dir="rtl"]': {
    backgroundPosition: levels.map((level) => `right ${barAt(level)} top 0`).join(', '),
  },
  '& .live-alert': { fontStyle: 'normal', color: 'var(--text)', '--bar-color': 'var(--note)' },
  '& .live-alert-tip': { '--bar-color': 'var(--ok)' },
  '& .live-alert-warning': { '--bar-color': 'var(--warn)' },
  '& .live-alert-caution': { '--bar-color': 'var(--danger)' },
  '& .live-alert-important': { '--bar-color': 'var(--important)' },
  '& .live-alert-title': {
    color: 'var(--bar-color)',
    fontFamily: 'var(--font-ui)',
    fontWeight: '600',
    fontSize: '0.85em',
    lineHeight: '1',
  },
  '& .live-container': {
    borderInlineStart: '3px solid var(--line)',
    paddingInlineStart: `calc(var(--live-indent, 0) * ${step} + 14px)`,
  },
  '& .live-sign-box': {
    display: 'inline-block',
    boxSizing: 'border-box',
    width: step,
    marginInlineStart: `-${step}`,
    paddingInlineEnd: '0.5em',
    textIndent: '0',
    lineHeight: '1',
    whiteSpace: 'pre',
    color: 'var(--muted)',
  },
  // A long number hangs out at the start, so that the words of all items begin at one edge.
  '& .live-number': { display: 'inline-flex', justifyContent: 'flex-end' },
  '& .live-bullet': {
    position: 'relative',
    width: step,
    color: 'transparent !important',
    forcedColorAdjust: 'none',
    overflow: 'hidden',
  },
  '& .live-bullet::before': {
    content: '"•"',
    forcedColorAdjust: 'auto',
    position: 'absolute',
    insetInlineEnd: '0.5em',
    fontSize: '1.25em',
    color: 'var(--muted)',
  },
  '& .live-task .live-bullet': { color: 'transparent' },
  '& .live-task .live-bullet::before': { content: '""' },
  '& .live-box': {
    width: '15px',
    height: '15px',
    marginBlock: '0',
    marginInline: `-${step} calc(${step} - 15px)`,
    verticalAlign: '-2px',
    position: 'relative', // covers the mark of its item
    zIndex: '1',
    accentColor: 'var(--accent)',
    cursor: 'pointer',
  },
  // Takes the place of the checkbox; the text keeps its own.
  '& .live-task-source': { position: 'absolute', marginInlineStart: '-1.6em', whiteSpace: 'pre' },
  '& .live-rule': {
    display: 'inline-block',
    width: '100%',
    borderTop: '1px solid var(--line)',
    verticalAlign: 'middle',
  },
  '& .live-note': {
    color: 'var(--accent)',
    fontSize: '0.75em',
    lineHeight: '0',
    verticalAlign: 'super',
    cursor: 'pointer',
  },
  '& .live-note-line': { fontSize: '0.9em' },
  '& .live-note-label': { color: 'var(--accent)' },
  '& .live-code, & .live-html-block, & .live-math, & .live-code-words, & .live-kbd': {
    fontFeatureSettings: '"calt" 0, "liga" 0', // as in Write: `->` is source text
  },
  '& .live-head': {
    fontFamily: 'var(--font-mono)',
    fontSize: '0.8em',
    fontFeatureSettings: '"calt" 0, "liga" 0',
  },
  '& .live-term': { fontWeight: '700' },
  '& .live-code, & .live-html-block, & .live-math': {
    fontFamily: 'var(--font-mono)',
    fontSize: '0.8em',
    lineHeight: '1.6',
    backgroundColor: 'var(--code-tint)',
    paddingInline: `calc(var(--live-indent, 0) * ${step} + 14px) 14px`,
    direction: 'ltr',
    unicodeBidi: 'isolate',
    textAlign: 'left',
  },
  '& .live-code:not(.live-quote), & .live-html-block:not(.live-quote)': {
    marginInlineStart: `calc(var(--live-indent, 0) * ${step})`,
    paddingInlineStart: '14px',
  },
  '& .live-code-first, & .live-html-block-first': {
    borderStartStartRadius: '6px',
    borderStartEndRadius: '6px',
  },
  '& .live-code-last, & .live-html-block-last': { borderEndStartRadius: '6px', borderEndEndRadius: '6px' },
  '& .live-code.live-quote': { fontStyle: 'normal', borderStartStartRadius: '0', borderEndStartRadius: '0' },
  '& .live-code span': { backgroundColor: 'transparent' },
  '& .live-info': { color: 'var(--muted)', font: '0.9em/1 var(--font-ui)' },
  '& .live-math': { backgroundColor: 'transparent' },
  '& .live-formula-block': { display: 'block', overflowX: 'auto', textAlign: 'center', fontSize: '1.25em' },
  '& .live-folded': { height: '0', overflow: 'hidden', fontSize: '0', lineHeight: '0' },
  '& .live-chip': {
    display: 'inline-block',
    padding: '3px 8px',
    borderRadius: 'var(--radius-s)',
    backgroundColor: 'var(--accent-soft)',
    color: 'var(--accent)',
    font: '500 var(--size-ui)/1.3 var(--font-ui)',
    maxWidth: '100%',
    boxSizing: 'border-box',
    marginInlineEnd: '2px',
  },
  '& .live-chip-label': { marginInlineEnd: '4px' },
  // One piece of its line, with nothing before or behind it that would make a line of its own.
  '& .live-figure': {
    display: 'inline-block',
    width: '100%',
    boxSizing: 'border-box',
    lineHeight: '0',
    padding: '4px 0',
    verticalAlign: 'top',
  },
  '& .live-over': {
    position: 'absolute',
    insetBlockStart: '12px',
    insetInlineStart: `calc(var(--live-indent, 0) * ${step} + 8px)`,
    zIndex: '1',
    maxWidth: 'calc(100% - 16px)',
    padding: '2px 8px',
    boxSizing: 'border-box',
    borderRadius: 'var(--radius-s)',
    border: '1px solid var(--line)',
    backgroundColor: 'var(--bg)',
    fontFamily: 'var(--font-mono)',
    fontSize: '0.76em',
  },
  // The box hides the selection below it, so the browser's own is shown.
  '& .cm-line .live-over::selection, & .cm-line .live-over ::selection': {
    backgroundColor: 'var(--text-selection) !important',
  },
  '& .live-figure img': {
    maxWidth: '100%',
    maxHeight: '60vh',
    width: 'auto',
    height: 'auto',
    borderRadius: 'var(--radius-s)',
  },
  '& .live-image-sized': { aspectRatio: 'var(--image-ratio)' },
  '& .live-figure .live-image-sized': {
    width: 'min(100%, var(--image-width), 60vh * var(--image-ratio))',
  },
  '& .live-picture .live-image-sized': {
    width: 'min(100%, var(--image-width), 10em * var(--image-ratio))',
  },
  '& .live-picture img': {
    maxWidth: '100%',
    maxHeight: '10em',
    width: 'auto',
    height: 'auto',
    verticalAlign: 'middle',
  },
  '& .live-image-waiting': { minHeight: '180px', minWidth: '240px', backgroundColor: 'var(--code)' },
  '& .live-no-image': {
    padding: '6px 10px',
    borderRadius: 'var(--radius-s)',
    backgroundColor: 'var(--code)',
    color: 'var(--muted)',
    font: 'var(--size-ui)/1.4 var(--font-ui)',
  },
  ...tableStyles,
})
