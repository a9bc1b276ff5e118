import './head-setup'
import { useEffect, useMemo, useRef } from 'react'
import { createPortal } from 'react-dom'
import { assertNever } from '../../shared/app-error'
import { formFields } from '../../shared/front-matter/fields'
import { registerCommand } from '../base/command-bus'
import { useSchema } from '../base/schema-store'
import { useDocument } from '../document/document-state'
import { editorView } from '../document/document-store'
import type { HeadState } from '../document/head-field'
import { AddField } from './add-field'
import { DriftNotes } from './drift-notes'
import { FieldGrid } from './field-grid'
import styles from './form.module.css'
import { redoInForm, undoInForm } from './form-edits'
import { focusForm, toggleSource } from './head-actions'
import { BrokenHead, NoHead, SourceBar, SourceButton } from './head-bars'
import { headHost, useHeadMode } from './head-place'
import { useKeptFocus } from './use-kept-focus'

/** The front matter of the open post, drawn at the top of its text. */
export const FrontMatterForm = () => {
  const head = useDocument((state) => state.head)
  useEffect(() => {
    const stops = [registerCommand('focus-form', focusForm), registerCommand('toggle-source', toggleSource)]
    return () => {
      for (const stop of stops) stop()
    }
  }, [])
  return head && createPortal(<Head head={head} />, headHost)
}

const Head = ({ head }: { readonly head: HeadState }) => {
  const mode = useHeadMode((state) => state.mode)
  switch (mode) {
    case 'form':
      return <Form head={head} />
    case 'broken':
      return <BrokenHead head={head} />
    case 'source':
    case 'settling':
      return <SourceBar />
    case 'none':
      return <NoHead />
    default:
      return assertNever(mode)
  }
}

/** Undo and redo belong to the one history of the text, wherever in the form they are pressed; Escape goes to the text. */
const actionOf = (event: KeyboardEvent): (() => void) | null => {
  if (event.key === 'Escape' && !event.defaultPrevented) return () => editorView()?.focus()
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null
  const key = event.key.toLowerCase()
  if (key === 'z') return event.shiftKey ? redoInForm : undoInForm
  return key === 'y' && !event.shiftKey ? redoInForm : null
}

const listenToKeys = (host: HTMLElement): (() => void) => {
  const onKeyDown = (event: KeyboardEvent) => {
    const run = actionOf(event)
    if (!run) return
    event.preventDefault()
    event.stopPropagation()
    run()
  }
  const onBeforeInput = ({ inputType }: InputEvent, event: Event) => {
    if (inputType !== 'historyUndo' && inputType !== 'historyRedo') return
    event.preventDefault()
    if (inputType === 'historyUndo') undoInForm()
    else redoInForm()
  }
  const beforeInput = (event: InputEvent) => onBeforeInput(event, event)
  host.addEventListener('keydown', onKeyDown)
  host.addEventListener('beforeinput', beforeInput)
  return () => {
    host.removeEventListener('keydown', onKeyDown)
    host.removeEventListener('beforeinput', beforeInput)
  }
}

const Form = ({ head }: { readonly head: HeadState }) => {
  const schema = useSchema()
  const fields = useMemo(() => formFields(head.text, schema), [head.text, schema])
  const form = useRef<HTMLElement>(null)
  useKeptFocus(form)
  useEffect(() => (form.current ? listenToKeys(form.current) : undefined), [])
  const focusField = (key: string) =>
    requestAnimationFrame(() => {
      const row = form.current?.querySelector(`[data-key="${CSS.escape(key)}"]`)
      row?.querySelector<HTMLElement>('input, textarea, [role="switch"]')?.focus()
    })
  return (
    <section ref={form} className={styles.form} aria-label="Front matter">
      <FieldGrid fields={fields} />
      <DriftNotes fields={fields} />
      <div className={styles.foot}>
        <AddField
          taken={fields.filter(({ present }) => present).map(({ key }) => key)}
          onAdded={focusField}
        />
        <SourceButton />
      </div>
    </section>
  )
}
