import { vi } from 'vitest'
import type { OpenedPost, PostToSave, SaveResult } from '../../shared/posts/post'
import { type JournalAnswer, journalEntry, type RecoveredText } from '../../shared/posts/unsaved-text'
import { receivedText, type SentText } from '../../shared/text/sent-text'
import { applyTextChanges } from '../../shared/text/text-change'

/** A fake main process for the page, with files and a journal in memory; a test can change its answers. */
export const createFakeMain = () => {
  const files = new Map<string, OpenedPost>()
  const written: OpenedPost[] = []
  /** The kinds of all entries sent to the journal. */
  const entries: string[] = []
  const journal = new Map<string, RecoveredText>()
  const saves: PostToSave[] = []
  /** The versions that were kept in the history: ids and texts. */
  const kept: [string, string][] = []
  let revisions = 0
  const newRevision = () => (++revisions).toString(16).padStart(64, '0')
  const answers = {
    journal: (): JournalAnswer => ({ kind: 'written' }),
    /** Delays the answers of the journal, after it has taken the entry. */
    journalDelay: Promise.resolve(),
    save: (): SaveResult | null => null,
    /** Delays reading a file. */
    readDelay: Promise.resolve(),
  }

  const putFile = (id: string, text: string): OpenedPost => {
    const format = { bom: false, eol: '\n', terminators: null, encoding: 'utf-8' } as const
    const file = { id, text, format, revision: newRevision(), writable: true, modifiedMs: 0 }
    files.set(id, file)
    written.push(file)
    return file
  }

  const savePost = async (id: string, post: PostToSave): Promise<SaveResult> => {
    saves.push(post)
    const given = answers.save()
    if (given) return given
    const onDisk = files.get(id)
    if (!onDisk && post.base !== null) return { kind: 'deleted' }
    if (onDisk && onDisk.revision !== post.base) return { kind: 'conflict', onDisk }
    return {
      kind: 'saved',
      revision: putFile(id, receivedText(post.text as SentText)).revision,
      modifiedMs: 0,
    }
  }

  const writeJournal = async (id: string, sent: unknown): Promise<JournalAnswer> => {
    const entry = journalEntry.parse(sent)
    entries.push(entry.kind)
    const answer = answers.journal()
    if (answer.kind !== 'written') return answer
    const before = journal.get(id)
    if (entry.kind === 'based') {
      const onDisk = written.find(({ revision }) => revision === entry.base)
      if (!onDisk) return { kind: 'needs-snapshot' }
      const text = applyTextChanges(onDisk.text, entry.changes)
      const snapshot = { ...entry, kind: 'snapshot' as const, text, onDisk }
      journal.set(id, { id, writtenMs: 0, snapshot, changes: [], text })
      return answer
    }
    if (entry.kind === 'snapshot') {
      journal.set(id, { id, writtenMs: 0, snapshot: entry, changes: [], text: entry.text })
      return answer
    }
    const follows = before?.snapshot.stretch === entry.stretch && before.changes.length === entry.index - 1
    if (!before || !follows) return { kind: 'needs-snapshot' }
    journal.set(id, {
      ...before,
      changes: [...before.changes, entry],
      text: applyTextChanges(before.text, entry.changes),
    })
    return answer
  }

  const value = <T>(result: T) => ({ ok: true as const, value: result })
  vi.stubGlobal('window', {
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    api: {
      openPost: async (id: string) => {
        await answers.readDelay
        const found = files.get(id)
        return found ? value(found) : { ok: false, kind: 'not-found', message: `No ${id}` }
      },
      savePost: async (id: string, post: PostToSave) => value(await savePost(id, post)),
      writeJournal: async (id: string, sent: unknown) => {
        const answer = await writeJournal(id, sent)
        await answers.journalDelay
        return value(answer)
      },
      discardJournal: async (id: string) => value(void journal.delete(id)),
      readRecovered: async (id: string) => value(journal.get(id) ?? null),
      listRecovered: async () =>
        value({ posts: [...journal.keys()].map((id) => ({ id, writtenMs: 0 })), damaged: 0 }),
      keepVersion: async (id: string, { text }: { readonly text: unknown }) =>
        value(void kept.push([id, receivedText(text as SentText)])),
      followMoved: async (_id: string, revision: string) =>
        value([...files.values()].find((file) => file.revision === revision)?.id ?? null),
      postShown: async () => value(undefined),
      on: () => () => undefined,
    },
  })
  return { files, journal, entries, saves, kept, answers, putFile }
}
