import { historyField } from '@codemirror/commands'
import { type ChangeSet, EditorState } from '@codemirror/state'
import type { JournalEntry, SentSnapshot } from '../../../shared/posts/unsaved-text'
import { textToSend } from '../../../shared/text/sent-text'
import { api } from '../../base/api'
import { showError, showNotice } from '../../base/notices'
import { onDocuments } from '../state/document-watch'
import type { OpenDocument } from '../state/open-document'
import { documentOf, openDocuments, stateOf } from '../state/open-documents'
import { textChangesOf } from '../state/text-changes'
import { textFormatOf } from '../state/text-format-field'
import { changeBetween, docToSend } from './send-doc'

/** From a key to the disk stays under a second, with room for the disk. */
const rest = 500
/** After a failure, such as a full disk, it is tried again at this pace. */
const retry = 5_000
const longestUndo = 2_000_000

/** What the journal has of one post. */
interface Kept {
  /** Null until there is a snapshot to count from. */
  stretch: string | null
  index: number
  /** The revision the snapshot is based on; after a save the base is another one. */
  base: string | null
  pending: ChangeSet | null
}

const journals = new Map<OpenDocument, Kept>()
let timer: ReturnType<typeof setTimeout> | undefined
let running: Promise<boolean> | null = null
let troubled = false

/** Keeps the unsaved text of all posts in the journal, until they are saved. The answer stops it. */
export const startJournal = (): (() => void) => {
  const stop = onDocuments((event) => {
    const { document } = event
    if (event.kind === 'changed') {
      const kept = journals.get(document)
      if (kept) kept.pending = kept.pending ? kept.pending.compose(event.changes) : event.changes
    } else if (document.saveState !== 'saved') {
      if (!journals.has(document)) journals.set(document, fresh())
      if (needsEntry(document)) schedule(rest)
    } else if (journals.delete(document)) {
      api.discardJournal(document.id).catch(showError)
    }
  })
  return () => {
    stop()
    clearTimeout(timer)
    timer = undefined
    journals.clear()
  }
}

/** The text of this post stands in the journal already, as after a restart. */
export const adoptJournal = (document: OpenDocument): void => {
  journals.set(document, { ...fresh(), base: document.revision })
}

/** Forgets a post whose text the writer let go. */
export const dropJournal = async (document: OpenDocument): Promise<void> => {
  journals.delete(document)
  await api.discardJournal(document.id)
}

/** Writes at once what waits; true when everything unsaved is in the journal. */
export const flushJournal = async (): Promise<boolean> => {
  clearTimeout(timer)
  timer = undefined
  while (running) await running
  running = writeAll()
  try {
    return await running
  } finally {
    running = null
  }
}

/** Keeps the undo history of a saved text for the next session; whatever is longer than `longestUndo` is left out. */
export const keepUndo = async (document: OpenDocument): Promise<void> => {
  const entry = await snapshotOf(document, stretchName())
  if (document.saveState !== 'saved') return // its text is in the journal, which this would stand over
  if (entry.undo !== null && entry.undo !== emptyUndo) await api.writeJournal(document.id, entry)
}

const fresh = (): Kept => ({ stretch: null, index: 0, base: null, pending: null })
const stretchName = (): string => crypto.randomUUID()
const emptyUndo = JSON.stringify({ done: [], undone: [] })

const needsEntry = (document: OpenDocument): boolean => {
  const kept = journals.get(document)
  return (
    kept !== undefined && (kept.stretch === null || kept.pending !== null || kept.base !== document.revision)
  )
}

const schedule = (delay: number): void => {
  timer ??= setTimeout(() => void flushJournal().catch(showError), delay)
}

const writeAll = async (): Promise<boolean> => {
  let safe = true
  for (const [document, kept] of journals) {
    // A post that was closed may be of another folder by now, where its id is somebody else's.
    if (documentOf(document.id) !== document) journals.delete(document)
    else if (needsEntry(document) && !(await write(document, kept))) safe = false
  }
  if (!safe) schedule(retry)
  else if ([...journals.keys()].some(needsEntry)) schedule(rest) // typed while the disk was at work
  return safe
}

const write = async (document: OpenDocument, kept: Kept): Promise<boolean> => {
  for (;;) {
    const isSnapshot = kept.stretch === null || kept.base !== document.revision
    const sent = kept.pending
    const stretch = isSnapshot || kept.stretch === null ? stretchName() : kept.stretch
    kept.pending = null
    const entry = isSnapshot ? await snapshotOf(document, stretch) : changesOf(document, kept, stretch, sent)
    if (journals.get(document) !== kept) return true // saved or closed meanwhile: nothing of it is to come back
    const answer = await api.writeJournal(document.id, entry)
    if (answer.kind === 'written') {
      Object.assign(kept, isSnapshot ? { stretch, index: 0, base: entry.base } : { index: kept.index + 1 })
      if (troubled) showNotice({ kind: 'info', text: 'Unsaved text is kept safe again.' })
      troubled = false
      return true
    }
    kept.pending = sent && kept.pending ? sent.compose(kept.pending) : (sent ?? kept.pending)
    kept.stretch = null // a snapshot holds everything, whatever reached the disk before
    if (answer.kind === 'needs-snapshot') continue
    if (!troubled) showNotice({ kind: 'warning', text: answer.message })
    troubled = true
    return false
  }
}

const caretOf = (state: EditorState): number => state.selection.main.head

const changesOf = (
  document: OpenDocument,
  kept: Kept,
  stretch: string,
  sent: ChangeSet | null,
): JournalEntry & { base?: never } => {
  const state = stateOf(document)
  return {
    kind: 'changes',
    stretch,
    index: kept.index + 1,
    changes: sent ? textChangesOf(sent) : [],
    format: textFormatOf(state),
    caret: caretOf(state),
  }
}

const snapshotOf = async (document: OpenDocument, stretch: string): Promise<SentSnapshot> => {
  const state = stateOf(document)
  const { revision: base, onDisk } = document
  const undo = undoOf(state)
  const { insert, ...place } = changeBetween(state.doc, onDisk.doc)
  return {
    kind: 'snapshot',
    stretch,
    text: await docToSend(state.doc),
    format: textFormatOf(state),
    base,
    onDisk: base === null ? null : { ...place, insert: textToSend(insert), format: onDisk.format },
    caret: caretOf(state),
    undo,
  }
}

const undoOf = (state: EditorState): string | null => {
  // A state of its own without the text, which would be written out with it.
  const steps = EditorState.create({ extensions: historyField.init(() => state.field(historyField)) })
  const { history } = steps.toJSON({ history: historyField })
  const undo = JSON.stringify(history)
  return undo.length > longestUndo ? null : undo
}

/** Every post of the session, for what has to be done to all of them. */
export const allDocuments = (): readonly OpenDocument[] => [...openDocuments.byId.values()]
