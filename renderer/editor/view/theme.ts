import { EditorView } from '@codemirror/view'

/** The style of the text, in CSS variables only: light, dark and high contrast are one theme. */
export const editorTheme = EditorView.theme({
  // Not the box of completion lists, which has the same classes.
  '&.cm-editor': {
    height: '100%',
    // Limits the layout after a key to the text. The scroller, a flex item, would not contain it.
    contain: 'size layout',
    color: 'var(--text)',
    backgroundColor: 'var(--pane)',
    fontSize: 'var(--editor-size)',
    // JetBrains Mono is 0.6 em wide.
    '--text-width': 'calc(var(--editor-size) * 0.6 * var(--editor-width))',
    '--line-tint': 'color-mix(in srgb, var(--sel) 55%, transparent)',
  },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--editor-font, var(--font-mono))',
    lineHeight: 'var(--editor-line-height)',
    overflowX: 'hidden',
    contain: 'strict',
  },
  '.cm-content': {
    padding: 'var(--s4) var(--s5) 30vh',
    // A margin, not padding: the height of undrawn lines is estimated by the width of this box.
    marginInline: 'max(0px, calc((100% - var(--text-width)) / 2 - var(--s5)))',
    caretColor: 'var(--text)',
    fontFeatureSettings: '"calt" 0, "liga" 0', // no ligatures: `##` and `->` are source text
  },
  '.cm-line': { padding: '0' },
  // CodeMirror restarts its blinking at each key: even at a rate of 0 this costs a frame and a layer.
  '&.cm-focused > .cm-scroller > .cm-cursorLayer': { animation: 'none !important' },
  '.cm-cursor': { borderLeft: '2px solid var(--accent)', marginLeft: '-1px' },
  '.cm-dropCursor': { borderLeftColor: 'var(--accent)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'var(--text-selection)',
  },
  '.cm-activeLine': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLine': {
    backgroundColor: 'var(--line-tint)',
    boxShadow: '0 0 0 100vmax var(--line-tint)',
    clipPath: 'inset(0 -100vmax)',
  },
  // The tint would lie over the selection in this line.
  '&.cm-focused.cm-selecting .cm-activeLine': { backgroundColor: 'transparent', boxShadow: 'none' },
  '.cm-snippetField': { backgroundColor: 'color-mix(in srgb, var(--accent) 14%, transparent)' },
  '.cm-snippetFieldPosition': { borderLeft: '2px dotted var(--accent)' },
  '.cm-gutters': {
    backgroundColor: 'transparent',
    border: 'none',
    color: 'var(--faint)',
    fontSize: '0.85em',
    fontVariantNumeric: 'tabular-nums',
  },
  '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--text)' },
  '.cm-placeholder': { color: 'var(--muted)' },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--accent-soft)',
    outline: 'none',
  },
  '.cm-searchMatch': { backgroundColor: 'var(--warn-soft)', boxShadow: '0 0 0 1px var(--warn)' },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--accent-soft)', boxShadow: '0 0 0 2px var(--accent)' },
  '.cm-selectionMatch': { backgroundColor: 'var(--sel)' },
  '.cm-panels': { backgroundColor: 'var(--side)', color: 'var(--text)', zIndex: '2' },
  '.cm-panels-top': { borderBottom: '1px solid var(--line)' },
  '.cm-panels-bottom': { borderTop: '1px solid var(--line)' },
  '.cm-tooltip': {
    border: 'none',
    borderRadius: 'var(--radius)',
    backgroundColor: 'var(--pane)',
    boxShadow: 'var(--shadow-raised)',
  },
  '.cm-tooltip.cm-table-handle': { zIndex: '10' }, // always shown, so it must stay below dialogs
  '.cm-note-view': {
    maxWidth: '36em',
    padding: '8px 12px',
    font: '14px/1.5 var(--font-prose)',
    color: 'var(--text)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    padding: '4px',
    fontFamily: 'var(--font-ui)',
    fontSize: 'var(--size-ui)',
    maxHeight: '17em',
    maxWidth: 'min(36em, 90vw)',
  },
  '.cm-completionLabel': { minWidth: '0', overflow: 'hidden', textOverflow: 'ellipsis' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    alignItems: 'center',
    gap: 'var(--s2)',
    padding: '4px 8px',
    borderRadius: 'var(--radius-s)',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: 'var(--sel)',
    color: 'var(--text)',
  },
  '.cm-image-hover': { padding: '8px', color: 'var(--muted)', fontSize: 'var(--size-small)' },
  '.cm-image-hover img': {
    display: 'block',
    maxWidth: '260px',
    maxHeight: '180px',
    borderRadius: '4px',
    backgroundColor: 'var(--code)',
  },
  '.cm-image-option': {
    flex: 'none',
    width: '28px',
    height: '24px',
    borderRadius: '4px',
    objectFit: 'cover',
    backgroundColor: 'var(--code)',
  },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '600' },
  '.cm-completionDetail': {
    flex: '0 0 auto',
    maxWidth: '50%',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    marginLeft: 'auto',
    color: 'var(--muted)',
    fontStyle: 'normal',
  },
})
