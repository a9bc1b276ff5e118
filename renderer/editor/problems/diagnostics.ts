import {
  type Action,
  type Diagnostic,
  linter,
  nextDiagnostic,
  previousDiagnostic,
  setDiagnostics,
} from '@codemirror/lint'
import type { Extension } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'
import { type Finding, plainMessage } from '../../../shared/checks/findings/finding'
import { t } from '../../../shared/texts/translate'
import { editorView } from '../../document/document-store'
import { type CheckedText, useCheckedText } from '../../document/problems/check-open'
import { fixAllOf, fixable, ignoreFinding, makeFix } from '../../document/problems/fix'
import { showGuide } from '../../document/problems/guide'

const severities = { error: 'error', warning: 'warning', hint: 'hint' } as const

const actionsOf = (finding: Finding, all: readonly Finding[]): Action[] => {
  const actions = finding.fixes.map((fix) => ({ name: fix.label, apply: () => makeFix(fix) }))
  const ignore = { name: t('checks.ignoreHere'), apply: () => ignoreFinding(finding) }
  const alike = fixable(all, finding.check).length
  if (alike < 2 || (finding.fixes[0]?.changes.length ?? 0) === 0) return [...actions, ignore]
  const fixAll = { name: t('checks.fixAlike', { count: alike }), apply: () => fixAllOf(finding.check) }
  return [...actions, fixAll, ignore]
}

const diagnosticOf = (finding: Finding, all: readonly Finding[], length: number): Diagnostic => {
  const from = Math.min(finding.from, length)
  return {
    from,
    to: Math.max(from, Math.min(finding.to, length)),
    severity: severities[finding.severity],
    message: plainMessage(finding.message),
    renderMessage: () => wordsOf(finding),
    actions: actionsOf(finding, all),
  }
}

/** The message, the fixes, and the name of the check, which opens its entry in the guide. */
const wordsOf = ({ message, detail, check }: Finding): Node => {
  const words = document.createElement('div')
  words.append(plainMessage(message))
  const aside = document.createElement('div')
  aside.className = 'cm-diagnosticAside'
  const guide = document.createElement('button')
  guide.type = 'button'
  guide.className = 'cm-diagnosticGuide'
  guide.textContent = check
  guide.setAttribute('aria-label', t('checks.aboutCheck', { check }))
  guide.addEventListener('click', () => showGuide(check))
  aside.append(guide, detail === undefined ? '' : ` · ${detail}`)
  words.append(aside)
  return words
}

const show = ({ id, doc, findings }: CheckedText): void => {
  const view = editorView()
  // If the text has changed since the check, it is checked again soon.
  if (!view || (doc && !view.state.doc.eq(doc))) return
  const { length } = view.state.doc
  const shown = id === null || doc === null ? [] : findings
  view.dispatch(
    setDiagnostics(
      view.state,
      shown.map((finding) => diagnosticOf(finding, shown, length)),
    ),
  )
}

/** Underlines findings in the text; returns an unsubscribe function. */
export const followDiagnostics = (): (() => void) => {
  show(useCheckedText.getState())
  return useCheckedText.subscribe(show)
}

const theme = EditorView.theme({
  '.cm-lintRange': { backgroundImage: 'none', paddingBottom: '0' },
  '.cm-lintRange-error': { textDecoration: 'underline wavy var(--danger) 1px', textUnderlineOffset: '4px' },
  '.cm-lintRange-warning': { textDecoration: 'underline wavy var(--warn) 1px', textUnderlineOffset: '4px' },
  '.cm-lintRange-hint': { textDecoration: 'underline dotted var(--control) 1px', textUnderlineOffset: '4px' },
  '.cm-lintPoint:after': { borderBottomColor: 'var(--warn)' },
  '.cm-lintPoint-error:after': { borderBottomColor: 'var(--danger)' },
  '.cm-lintRange-active': { backgroundColor: 'var(--warn-soft)' },
})

const tooltipTheme = EditorView.theme({
  '.cm-diagnostic': {
    padding: '8px 12px',
    borderInlineStart: '3px solid',
    marginInlineStart: '0',
    whiteSpace: 'normal',
  },
  '.cm-diagnostic-error': { borderInlineStartColor: 'var(--danger)' },
  '.cm-diagnostic-warning': { borderInlineStartColor: 'var(--warn)' },
  '.cm-diagnostic-hint': { borderInlineStartColor: 'var(--control)' },
  '.cm-diagnosticAside': { color: 'var(--muted)', fontSize: 'var(--size-small)' },
  '.cm-diagnosticGuide': {
    padding: '0',
    border: '0',
    background: 'none',
    color: 'var(--accent)',
    font: 'inherit',
    cursor: 'pointer',
  },
  '.cm-diagnosticGuide:hover': { textDecoration: 'underline' },
  '.cm-tooltip-lint': {
    maxWidth: '460px',
    maxHeight: '50vh',
    overflow: 'auto',
    font: '13px/1.45 var(--font-ui)',
  },
  '.cm-diagnosticAction': {
    margin: '6px 6px 0 0',
    padding: '3px 9px',
    border: '1px solid var(--line)',
    borderRadius: 'var(--radius-s)',
    background: 'var(--pane)',
    color: 'var(--text)',
    font: 'inherit',
    maxWidth: '100%',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
  '.cm-diagnosticAction:hover': { background: 'var(--hover)' },
})

/** Problems in the text: hover shows message and fixes, Alt+F8 goes from one to the next. */
export const diagnostics = (): Extension => [
  linter(null),
  theme,
  tooltipTheme,
  keymap.of([
    { key: 'Alt-F8', run: nextDiagnostic },
    { key: 'Shift-Alt-F8', run: previousDiagnostic },
  ]),
]
