import { create } from 'zustand'
import { keepFieldDraft } from '../../document/state/field-drafts'
import { openDocuments } from '../../document/state/open-documents'

/** The field of a draft, and its handlers. */
export interface DraftTarget {
  /** The field, by its path. */
  readonly key: string
  /** The value in the post when it was last typed in. */
  readonly source: string
  /** Writes it into the shown post; returns the reason if it was refused, otherwise an empty text. */
  readonly write: (text: string) => string
  /** Whether the control still has the focus. */
  readonly isTyping: () => boolean
  /** Called when it was refused and dropped. */
  readonly lost: (reason: string) => void
}

/** The text in a control. */
export interface HeldDraft {
  readonly text: string
  /** Why it was not written; empty if not tried. */
  readonly refusal: string
  /** It is in the post, and shown as typed while the control has the focus. */
  readonly isWritten: boolean
}

interface Entry extends HeldDraft {
  readonly target: DraftTarget
  /** The post it was typed for. */
  readonly post: object | null
  /** The value it became; null until known. */
  readonly after: string | null
  /** Removes it from those that are written before a save. */
  readonly stop: () => void
}

interface Drafts {
  /** The drafts by field. */
  readonly entries: ReadonlyMap<string, Entry>
  /** How many controls of each field are drawn. */
  readonly controls: ReadonlyMap<string, number>
}

/** Kept outside of the controls, so that a form that is redrawn loses nothing that was typed. */
const useDrafts = create<Drafts>(() => ({ entries: new Map(), controls: new Map() }))

const entryOf = (key: string): Entry | undefined => useDrafts.getState().entries.get(key)

const keep = (key: string, entry: Entry): void =>
  useDrafts.setState(({ entries }) => ({ entries: new Map(entries).set(key, entry) }))

/** Drops the draft of a control. */
export const dropDraft = (key: string): void => {
  const entry = entryOf(key)
  if (!entry) return
  entry.stop()
  useDrafts.setState(({ entries }) => ({ entries: new Map([...entries].filter(([other]) => other !== key)) }))
}

/** Calls back after each change of a draft; returns an unsubscribe function. */
export const listenToDrafts = (tell: () => void): (() => void) =>
  useDrafts.subscribe(({ entries }, before) => {
    if (entries !== before.entries) tell()
  })

/** The draft of a field of the shown post, or null. */
export const draftOf = (key: string): HeldDraft | null => {
  const entry = entryOf(key)
  return entry && entry.post === openDocuments.front ? entry : null
}

/** Holds typed text, to be written by the next save at the latest. */
export const holdDraft = (target: DraftTarget, text: string): void => {
  const { key } = target
  const stop = entryOf(key)?.stop ?? keepFieldDraft(() => commit(key, true))
  keep(key, { target, text, refusal: '', isWritten: false, after: null, post: openDocuments.front, stop })
}

/** Writes a draft, and drops it unless it was refused. */
export const applyDraft = (key: string): void => commit(key, false)

const commit = (key: string, mayStay: boolean): void => {
  const entry = entryOf(key)
  if (!entry || (!entry.isWritten && entry.post !== openDocuments.front)) return
  const { target, text } = entry
  const refusal = entry.isWritten || text === target.source ? '' : target.write(text)
  if (refusal !== '') keep(key, { ...entry, refusal })
  else if (!mayStay || !target.isTyping()) dropDraft(key)
  else if (!entry.isWritten) keep(key, { ...entry, refusal: '', isWritten: true })
}

/** Compares a written draft with the value in the post: a change from elsewhere, such as undo, takes precedence. */
export const followSource = (key: string, source: string): void => {
  const entry = entryOf(key)
  if (!entry?.isWritten || entry.after === source) return
  if (entry.after === null) keep(key, { ...entry, after: source })
  else dropDraft(key)
}

/** Registers a control of a field; returns a function that removes it. The draft is then written unless another control took over. */
export const noteControl = (key: string): (() => void) => {
  countControl(key, 1)
  return () => {
    countControl(key, -1)
    queueMicrotask(() => leave(key)) // after the whole form is drawn
  }
}

const countControl = (key: string, by: 1 | -1): void =>
  useDrafts.setState(({ controls }) => {
    const counts = new Map(controls)
    const count = (counts.get(key) ?? 0) + by
    if (count > 0) counts.set(key, count)
    else counts.delete(key)
    return { controls: counts }
  })

const leave = (key: string): void => {
  const isDrawn = useDrafts.getState().controls.has(key)
  if (isDrawn && entryOf(key)?.post === openDocuments.front) return // a control of another post takes over no draft
  applyDraft(key)
  const entry = entryOf(key)
  if (!entry) return
  dropDraft(key)
  if (entry.refusal !== '') entry.target.lost(entry.refusal)
}
