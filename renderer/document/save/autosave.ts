import { parseFrontMatter } from '../../../shared/front-matter/read/parse'
import { showError } from '../../base/notices'
import { getSettings } from '../../base/settings-store'
import { onDocuments } from '../state/document-watch'
import { headOfState } from '../state/head-field'
import type { OpenDocument } from '../state/open-document'
import { openDocuments, stateOf } from '../state/open-documents'
import { saveDocument } from './save-document'

/** A disk that just refused is not asked again with every rest of the writer. */
const pauseAfterFailure = 10_000

const timers = new Map<OpenDocument, ReturnType<typeof setTimeout>>()
const failures = new WeakMap<OpenDocument, number>()

/**
 * Whether a post may be saved without being asked: it is changed, nothing waits for an answer of the writer, and its
 * head can be read, unless the writer saved it broken before.
 */
export const mayAutosave = (document: OpenDocument): boolean => {
  if (document.saveState !== 'unsaved' && document.saveState !== 'failed') return false
  return document.writable && !pausedByHead(document)
}

/** Whether the head stopped being readable since the writer saved last. */
export const pausedByHead = (document: OpenDocument): boolean =>
  headOfState(stateOf(document)).frontMatter.kind === 'broken' &&
  parseFrontMatter(document.onDisk.doc.toString()).kind !== 'broken'

/** Saves by the writer's rule: after a rest, when the focus leaves the text, or not at all. The answer stops it. */
export const startAutosave = (): (() => void) => {
  const stopListening = onDocuments((event) => {
    if (event.kind === 'changed') plan(event.document)
    else if (event.document.saveState === 'failed') failures.set(event.document, performance.now())
    else if (event.document.saveState === 'saved') stop(event.document)
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
    for (const document of [...timers.keys()]) stop(document)
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
  if (mayAutosave(document)) saveDocument(document).catch(showError)
}
