/** How Live draws tables: a line of the text is a row. */
export const tableStyles = {
  '& .live-row, & .live-table-ruler': { display: 'table-row' },
  '& .live-cell': {
    display: 'table-cell',
    boxSizing: 'border-box',
    // A word is broken only where all columns have their share of the width.
    minWidth: `max(3em, min(var(--word, 0) * 1.12ch + 26px, var(--text-room, 0px) / var(--columns, 1) - 1px))`,
    padding: '5px 12px',
    whiteSpace: 'pre-wrap',
    border: '1px solid var(--line)',
    verticalAlign: 'top',
    lineHeight: '1.45',
  },
  // Hidden marks between cells keep their borders from being one.
  '& .live-cell ~ .live-cell': { borderInlineStart: 'none' },
  '& .live-row-head .live-cell': {
    fontWeight: '700',
    backgroundColor: 'color-mix(in srgb, var(--text) 3%, transparent)',
  },
  '& .live-cell-small': { fontSize: '0.88em', paddingInline: '8px' },
  '& .live-cell-right': { textAlign: 'right' },
  '& .live-cell-center': { textAlign: 'center' },
  '& .live-cell-at': { outline: '2px solid var(--accent)', outlineOffset: '-2px' },
  '& .live-table-ruler': { fontSize: '0', lineHeight: '0' },
  '& .live-table-ruler img, & .live-folded img': { height: '0 !important' },
}
