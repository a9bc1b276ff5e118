import { parseFrontMatter } from '../../../shared/front-matter/read/parse'
import { showError } from '../../base/notices'
import { getSettings } from '../../base/settings-store'
import { siteHeads } from '../../base/site-store'
import { untilQuiet } from '../disk/quiet'
import { onDocuments } from '../state/document-events'
import { headOfState } from '../state/head-field'
import type { OpenDocument } from '../state/open-document'
import { openDocuments, stateOf } from '../state/open-documents'
import { saveDocument } from './save-document'

/** After a failure, autosave does not retry at every pause. */
const pauseAfterFailure = 10_000

const timers = new WeakMap<OpenDocument, ReturnType<typeof setTimeout>>()
const failures = new WeakMap<OpenDocument, number>()
/** The posts with an open question to the user. */
const asking = new WeakSet<OpenDocument>()

/**
 * Whether autosave may save a post: it is changed, there is no open question, no other program wrote it just now, and
 * its head can be read, unless the user saved it broken before.
 */
export const mayAutosave = (document: OpenDocument): boolean => {
  if (document.saveState !== 'unsaved' && document.saveState !== 'failed') return false
  return document.writable && !pausedByHead(document) && untilQuiet(document) === 0
}

/** Whether the head has become unreadable since the last save. */
export const pausedByHead = (document: OpenDocument): boolean =>
  headOfState(stateOf(document)).frontMatter.kind === 'broken' && isReadable(document.onDisk.doc.toString())

const isReadable = (text: string): boolean => parseFrontMatter(text, undefined, siteHeads()).kind !== 'broken'

/** Saves after a pause, on focus change, or never, by the settings; returns an unsubscribe function. */
export const startAutosave = (): (() => void) => {
  const stopListening = onDocuments((event) => {
    if (event.kind === 'coming' || event.kind === 'opened') return
    if (event.kind === 'changed') plan(event.document)
    else if (event.document.saveState === 'failed') failures.set(event.document, performance.now())
    else if (event.document.saveState === 'saved') stop(event.document)
    else if (event.document.saveState === 'conflict') asking.add(event.document)
    // Its question was answered, and the text may have been typed long ago.
    else if (event.document.saveState === 'unsaved' && asking.delete(event.document)) plan(event.document)
  })
  const onLeave = (event: FocusEvent): void => {
    const text = openDocuments.view?.dom
    const left = event.target === window || (event.target instanceof Node && text?.contains(event.target))
    const stays = event.relatedTarget instanceof Node && text?.contains(event.relatedTarget)
    if (left && !stays && getSettings().autosave === 'onFocusChange') saveAllNow()
  }
  window.addEventListener('blur', onLeave)
  window.addEventListener('focusout', onLeave)
  return () => {
    stopListening()
    window.removeEventListener('blur', onLeave)
    window.removeEventListener('focusout', onLeave)
    for (const document of openDocuments.byId.values()) stop(document)
  }
}

const saveAllNow = (): void => {
  for (const document of openDocuments.byId.values()) saveNow(document)
}

const plan = (document: OpenDocument): void => {
  stop(document)
  const { autosave, autosaveDelay } = getSettings()
  if (autosave !== 'afterDelay') return
  const failedAt = failures.get(document)
  const pause = failedAt === undefined ? 0 : failedAt + pauseAfterFailure - performance.now()
  timers.set(
    document,
    setTimeout(() => saveNow(document), Math.max(autosaveDelay, pause)),
  )
}

const stop = (document: OpenDocument): void => {
  clearTimeout(timers.get(document))
  timers.delete(document)
}

const saveNow = (document: OpenDocument): void => {
  stop(document)
  const rest = untilQuiet(document)
  if (rest > 0) timers.set(document, setTimeout(saveNow, rest, document))
  else if (mayAutosave(document)) saveUnasked(document).catch(showError)
}

const saveUnasked = async (document: OpenDocument): Promise<void> => {
  const result = await saveDocument(document, false)
  // Another program wrote first, and there is no open question: tried again when the file is quiet.
  if (result?.kind === 'conflict' && document.saveState === 'unsaved') plan(document)
}
