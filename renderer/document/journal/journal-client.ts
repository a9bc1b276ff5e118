import { historyField } from '@codemirror/commands'
import { type ChangeSet, EditorState } from '@codemirror/state'
import { create } from 'zustand'
import type { JournalBased, JournalChanges, SentSnapshot } from '../../../shared/posts/unsaved-text'
import { type SentText, textToSend } from '../../../shared/text/sent-text'
import { t } from '../../../shared/texts/translate'
import { api } from '../../base/api'
import { createDelayed } from '../../base/delayed'
import { showError, showNotice } from '../../base/notices'
import { onDocuments } from '../state/document-events'
import type { OpenDocument } from '../state/open-document'
import { documentOf, openDocuments, stateOf } from '../state/open-documents'
import { textChangesOf } from '../state/text-changes'
import { textFormatOf } from '../state/text-format-field'
import { changeBetween, docToSend } from './send-doc'

/** Milliseconds from a key to sending; less than a second, with a margin for the disk. */
const rest = 400
/** If drawing a key is slow, timers wait behind the next keys: changes to such a line are sent with the key itself. */
const longLine = 20_000
const restInLongLine = 100
/** Milliseconds between attempts after a failure, such as a full disk. */
const retry = 5_000
const longestUndo = 2_000_000
/** A shorter text is sent as a whole and depends on no file. */
const longText = 100_000
/** The number of entries in flight; on a slower disk, later changes are combined. */
const maxUnanswered = 100
/** Posts may become unsaved while others are sent, as when their folder disappears. */
const mostRounds = 5

/** The journal's state of one post. */
interface Kept {
  /** The stretch of the last entry that was sent; null until there is a snapshot to count from. */
  stretch: string | null
  index: number
  /** The revision that the snapshot is based on; a save changes the base. */
  base: string | null
  pending: ChangeSet | null
  /** The time of the oldest change that is in no entry. */
  since: number | null
  /** The time of the last entry. */
  sentAt: number
  /** A long snapshot is being prepared. */
  isMaking: boolean
  /** Main cannot use the file as base: the text is sent as a whole. */
  needsWhole: boolean
  readonly unanswered: Set<Promise<void>>
}

const journals = new WeakMap<OpenDocument, Kept>()
/** The posts whose last change was in a slow line. */
const slow = new WeakSet<OpenDocument>()

/** Whether the last backup failed. */
const useBackup = create<{ readonly isFailing: boolean }>(() => ({ isFailing: false }))

/** Backs up the unsaved text of all posts until they are saved; returns an unsubscribe function. */
export const startJournal = (): (() => void) => {
  const stop = onDocuments((event) => {
    if (event.kind === 'coming' || event.kind === 'opened') return
    const { document } = event
    if (event.kind === 'changed') {
      const kept = journals.get(document)
      if (kept) kept.pending = kept.pending ? kept.pending.compose(event.changes) : event.changes
      if (isInLongLine(stateOf(document), event.changes)) slow.add(document)
      else slow.delete(document)
    } else if (document.saveState !== 'saved') {
      const kept = journals.get(document) ?? fresh()
      journals.set(document, kept)
      if (needsEntry(document, kept)) plan(document, kept)
    } else if (journals.delete(document)) {
      api.discardJournal(document.id).catch(showError)
    }
  })
  return () => {
    stop()
    flushSoon.stop()
    useBackup.setState({ isFailing: false })
    for (const document of allDocuments()) journals.delete(document)
  }
}

/** Sends by a timer; immediately if that is already late, as when keys arrive faster than they are drawn. */
const plan = (document: OpenDocument, kept: Kept): void => {
  const now = performance.now()
  kept.since ??= now
  const isLate = now - kept.since >= rest
  const isSlow = now - kept.sentAt >= restInLongLine && slow.has(document)
  if ((isLate || isSlow) && !useBackup.getState().isFailing && kept.unanswered.size < maxUnanswered)
    void write(document, kept, true).catch(showError)
  else schedule(rest)
}

const isInLongLine = ({ doc }: EditorState, changes: ChangeSet): boolean => {
  let longest = 0
  if (doc.length > longLine)
    changes.iterChangedRanges((_from, _to, _fromAfter, to) => {
      longest = Math.max(longest, doc.lineAt(to).length)
    })
  return longest > longLine
}

/** The text of this post is already in the journal, as after a restart. */
export const adoptJournal = (document: OpenDocument): void => {
  journals.set(document, { ...fresh(), base: document.revision })
}

/** Forgets a post whose text was discarded. */
export const dropJournal = async (document: OpenDocument): Promise<void> => {
  journals.delete(document)
  await api.discardJournal(document.id)
}

/** Not those of closed posts: one may belong to another folder, in which its id is another post. */
const openJournals = (): readonly (readonly [OpenDocument, Kept])[] =>
  allDocuments().flatMap((document) => {
    const kept = journals.get(document)
    return kept ? [[document, kept] as const] : []
  })

/** Sends everything pending; true if everything unsaved is in the journal. */
export const flushJournal = async (): Promise<boolean> => {
  flushSoon.stop()
  let safe = false
  for (let round = 0; round < mostRounds && !safe; round++) {
    if (round > 0 && useBackup.getState().isFailing) break
    for (const [document, kept] of openJournals())
      if (needsEntry(document, kept)) void write(document, kept).catch(showError)
    await Promise.all(openJournals().flatMap(([, { unanswered }]) => [...unanswered]))
    safe = openJournals().every(([, { stretch }]) => stretch !== null)
  }
  if (!safe) schedule(retry)
  else if (openJournals().some(([document, kept]) => needsEntry(document, kept))) schedule(rest)
  return safe
}

/** Keeps the undo history of a saved text for the next session; whatever is longer than `longestUndo` is left out. */
export const keepUndo = async (document: OpenDocument): Promise<void> => {
  const entry = await madeSnapshot(document, stretchName())
  if (document.saveState !== 'saved') return // its text is in the journal, which this would overwrite
  if (entry.undo !== null && entry.undo !== emptyUndo) await api.writeJournal(document.id, entry)
}

const fresh = (): Kept => ({
  stretch: null,
  index: 0,
  base: null,
  pending: null,
  since: null,
  sentAt: Number.NEGATIVE_INFINITY,
  isMaking: false,
  needsWhole: false,
  unanswered: new Set(),
})
const stretchName = (): string => crypto.randomUUID()
const emptyUndo = JSON.stringify({ done: [], undone: [] })

const needsEntry = (document: OpenDocument, { stretch, pending, base }: Kept): boolean =>
  stretch === null || pending !== null || base !== document.revision

const flushSoon = createDelayed(() => void flushJournal().catch(showError))

const schedule = (delay: number): void => {
  if (!flushSoon.isWaiting()) flushSoon.start(delay)
}

/** Sends an entry with all pending changes, without waiting for earlier answers. */
const write = (document: OpenDocument, kept: Kept, isUrgent = false): Promise<void> => {
  if (kept.isMaking && !isUrgent) return Promise.resolve() // later changes are sent after it
  if (kept.isMaking) kept.stretch = null // replaced by a current snapshot
  const written = send(document, kept, isUrgent).finally(() => kept.unanswered.delete(written))
  kept.unanswered.add(written)
  return written
}

const isCurrent = (document: OpenDocument, kept: Kept, stretch: string): boolean =>
  documentOf(document.id) === document && journals.get(document) === kept && kept.stretch === stretch

const send = async (document: OpenDocument, kept: Kept, isUrgent: boolean): Promise<void> => {
  const isStart = kept.stretch === null || kept.base !== document.revision
  const stretch = isStart || kept.stretch === null ? stretchName() : kept.stretch
  const { pending } = kept
  const index = isStart ? 0 : kept.index + 1
  const { revision: base, saving } = document
  Object.assign(kept, { stretch, index, base, pending: null, since: null, sentAt: performance.now() })
  const entry = isStart
    ? ((kept.needsWhole ? null : basedOf(document, stretch)) ??
      (await snapshotToSend(document, kept, isUrgent)))
    : changesOf(document, stretch, index, pending)
  // Saved or closed meanwhile, so it must not be restored; or a newer snapshot has it all.
  if (!isCurrent(document, kept, stretch)) return
  if (document.saving !== saving || document.revision !== base) {
    kept.stretch = null // a save that finished first may have more than this snapshot
    return send(document, kept, isUrgent)
  }
  const answer = await api.writeJournal(document.id, entry)
  if (answer.kind === 'written') {
    if (useBackup.getState().isFailing) showNotice({ kind: 'info', text: t('document.backedUpAgain') })
    useBackup.setState({ isFailing: false })
    if (entry.kind === 'snapshot') kept.needsWhole = false
    return
  }
  if (!isCurrent(document, kept, stretch)) return
  kept.stretch = null // a snapshot has everything, whatever was written before
  if (answer.kind === 'needs-snapshot') {
    kept.needsWhole = true
    return send(document, kept, isUrgent)
  }
  if (!useBackup.getState().isFailing) showNotice({ kind: 'warning', text: answer.message })
  useBackup.setState({ isFailing: true })
  schedule(retry)
}

/** A long text is prepared in parts, so that keys are handled in between, unless it is already late. */
const snapshotToSend = async (
  document: OpenDocument,
  kept: Kept,
  isUrgent: boolean,
): Promise<SentSnapshot> => {
  const stretch = kept.stretch ?? ''
  if (isUrgent) return snapshotOf(document, stretch, textToSend(stateOf(document).doc.toString()))
  kept.isMaking = true
  try {
    return await madeSnapshot(document, stretch)
  } finally {
    kept.isMaking = false
  }
}

const madeSnapshot = async (document: OpenDocument, stretch: string): Promise<SentSnapshot> => {
  const text = docToSend(stateOf(document).doc)
  const snapshot = snapshotOf(document, stretch, '') // taken at the same time as the text
  return { ...snapshot, text: await text }
}

/** A long text as changes to its file; null if it is better sent as a whole. */
const basedOf = (document: OpenDocument, stretch: string): JournalBased | null => {
  const { revision: base, onDisk } = document
  if (base === null || onDisk.doc.length < longText) return null
  const state = stateOf(document)
  const change = changeBetween(onDisk.doc, state.doc)
  if (change.insert.length > onDisk.doc.length / 8) return null
  return {
    kind: 'based',
    stretch,
    base,
    length: onDisk.doc.length,
    changes: [change],
    format: textFormatOf(state),
    caret: caretOf(state),
    undo: undoOf(state),
  }
}

const caretOf = (state: EditorState): number => state.selection.main.head

const changesOf = (
  document: OpenDocument,
  stretch: string,
  index: number,
  sent: ChangeSet | null,
): JournalChanges => {
  const state = stateOf(document)
  return {
    kind: 'changes',
    stretch,
    index,
    changes: sent ? textChangesOf(sent) : [],
    format: textFormatOf(state),
    caret: caretOf(state),
  }
}

const snapshotOf = (document: OpenDocument, stretch: string, text: SentText): SentSnapshot => {
  const state = stateOf(document)
  const { revision: base, onDisk } = document
  const { insert, ...place } = changeBetween(state.doc, onDisk.doc)
  return {
    kind: 'snapshot',
    stretch,
    text,
    format: textFormatOf(state),
    base,
    onDisk: base === null ? null : { ...place, insert: textToSend(insert), format: onDisk.format },
    caret: caretOf(state),
    undo: undoOf(state),
  }
}

const undoOf = (state: EditorState): string | null => {
  // A state of its own without the text, which would be written out with it.
  const steps = EditorState.create({ extensions: historyField.init(() => state.field(historyField)) })
  const { history } = steps.toJSON({ history: historyField })
  const undo = JSON.stringify(history)
  return undo.length > longestUndo ? null : undo
}

/** Every post of the session. */
export const allDocuments = (): readonly OpenDocument[] => [...openDocuments.byId.values()]
