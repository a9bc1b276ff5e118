import { MergeView } from '@codemirror/merge'
import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { useCallback, useRef } from 'react'
import type { MergeConflict } from '../../shared/merge/merge-post'
import { t } from '../../shared/texts/translate'
import type { ConflictToSolve } from '../document/disk/conflict'
import { takeChoice, takeTheirs } from '../document/disk/disk-changes'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { closeComparison, useComparison } from './comparison'
import styles from './comparison-dialog.module.css'

const look = EditorView.theme({
  '&': { fontSize: 'var(--size-source)' },
  '.cm-content': { fontFamily: 'var(--font-mono)', caretColor: 'var(--text)' },
  '.cm-changedLine': { backgroundColor: 'var(--warn-soft)' },
  '.cm-changedText': { background: 'var(--accent-soft)' },
  '.cm-gutters': { background: 'transparent', border: 'none' },
  '.cm-collapsedLines': { background: 'var(--side)', color: 'var(--muted)' },
  '.cm-collapsedLines::before, .cm-collapsedLines::after': { content: '"⋯"' }, // few fonts have the default character
})

const sideOf = (label: string) => [
  EditorView.lineWrapping,
  look,
  EditorView.contentAttributes.of({ 'aria-label': label }),
]

const takeButton = (): HTMLElement => {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = styles.take ?? ''
  button.textContent = '→'
  button.title = t('document.useFileHere')
  button.setAttribute('aria-label', button.title)
  return button
}

const createView = ({ theirs, merged }: ConflictToSolve, parent: Element): MergeView =>
  new MergeView({
    parent,
    a: {
      doc: theirs.text,
      extensions: [
        sideOf(t('document.fileOnDisk')),
        EditorState.readOnly.of(true),
        EditorView.editable.of(false),
      ],
    },
    b: { doc: merged.text, extensions: [sideOf(t('document.yourText'))] },
    revertControls: 'a-to-b',
    renderRevertControl: takeButton,
    collapseUnchanged: { margin: 2, minSize: 6 },
    diffConfig: { scanLimit: 5_000, timeout: 500 },
  })

/** Both sides of a conflict side by side, with changes that do not overlap already merged. */
export const ComparisonDialog = () => {
  const conflict = useComparison((state) => state.conflict)
  return conflict && <Comparison key={conflict.theirs.revision} conflict={conflict} />
}

const Comparison = ({ conflict }: { readonly conflict: ConflictToSolve }) => {
  const { id, theirs, merged } = conflict
  const view = useRef<MergeView>(null)
  // A dialog is in a portal, so its element appears after the effects of this component.
  const place = useCallback(
    (element: HTMLDivElement) => {
      const made = createView(conflict, element)
      view.current = made
      return () => {
        made.destroy()
        view.current = null
      }
    },
    [conflict],
  )
  const take = (): void => {
    if (view.current) takeChoice(id, view.current.b.state.doc.toString(), theirs)
    closeComparison()
  }
  const takeAll = (): void => {
    takeTheirs(id)
    closeComparison()
  }
  return (
    <Dialog
      open
      onClose={closeComparison}
      title={t('document.changedTwice', { id })}
      width={1100}
      footer={
        <>
          <Button onClick={closeComparison}>{t('document.decideLater')}</Button>
          <Button onClick={takeAll}>{t('document.useFile')}</Button>
          <Button look="primary" onClick={take}>
            {t('document.useRight')}
          </Button>
        </>
      }
    >
      <p className={styles.about}>{aboutConflicts(merged.conflicts, merged.text)}</p>
      <div className={styles.heads} aria-hidden>
        <span>{t('document.fileOnDisk')}</span>
        <span>{t('document.yourTextEditable')}</span>
      </div>
      <div ref={place} className={styles.sides} />
    </Dialog>
  )
}

const aboutConflicts = (conflicts: readonly MergeConflict[], text: string): string => {
  if (conflicts.length === 0) return t('document.partMissing')
  const places = conflicts.map(
    ({ key, from }) => key ?? t('app.line', { line: text.slice(0, from).split('\n').length }),
  )
  const named =
    places.length > 6 ? t('document.andMore', { list: places.slice(0, 6).join(', ') }) : places.join(', ')
  return t('document.bothChanged', { places: named })
}
