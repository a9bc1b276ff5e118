import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { PostId, Revision } from '../../../shared/posts/post'
import type { DeletedPost, PostVersionInfo } from '../../../shared/posts/unsaved-text'
import { t } from '../../../shared/texts/translate'
import { diskErrorOfOurs } from '../../disk/disk-error'
import { inTurn, type Turns } from '../../disk/in-turn'
import { postKey } from '../../disk/post-key'
import { revisionOf } from '../../disk/revision'
import { sweepTempFiles } from '../../disk/temp-files'
import { addToIndex, type PostHistory, readAllIndexes, readIndex, writeIndex } from './history-index'
import { type DatedVersion, thinVersions } from './thin-versions'
import { createVersionStore } from './version-store'

export interface HistoryOptions {
  /** A folder of its own in the user-data folder. */
  readonly folder: string
  readonly limitBytes: () => number
  readonly now?: () => number
}

/** Earlier versions of posts, kept outside the posts folder. */
export interface History {
  /** Adds a version unless it is already the newest. Never rejects: returns a message for the user. */
  readonly keep: (
    site: string,
    id: PostId,
    bytes: Uint8Array,
    revision?: Revision,
  ) => Promise<string | undefined>
  /** Newest first. */
  readonly versions: (site: string, id: PostId) => Promise<readonly PostVersionInfo[]>
  /** Throws an AppError if the version is missing or damaged. */
  readonly read: (revision: Revision) => Promise<Uint8Array>
  /** All posts of a site that have versions, whether their files exist or not, the most recent first. */
  readonly posts: (site: string) => Promise<readonly DeletedPost[]>
  /** Follows a renamed post. */
  readonly move: (site: string, from: PostId, to: PostId) => Promise<void>
  /** Resolves when all writes are done. */
  readonly settled: () => Promise<void>
}

/** A list is thinned each time this many versions were added. */
const thinEvery = 16

/** Opens the history. */
export const createHistory = ({ folder, limitBytes, now = Date.now }: HistoryOptions): History => {
  const lists = join(folder, 'posts')
  const versionFolder = join(folder, 'versions')
  const store = createVersionStore(versionFolder)
  const pathOf = (site: string, id: PostId): string => join(lists, `${postKey(site, id)}.jsonl`)
  let total: number | null = null

  const prepare = async (): Promise<void> => {
    await mkdir(lists, { recursive: true, mode: 0o700 })
    await mkdir(versionFolder, { recursive: true, mode: 0o700 })
    await sweepTempFiles(folder)
  }
  let ready: Promise<void> | null = null
  const turns: Turns = new Map()
  /** Runs tasks one after the other; if the folder could not be created, the next task tries again. */
  const afterOthers = <T>(run: () => Promise<T>): Promise<T> =>
    inTurn(turns, folder, async () => {
      ready ??= prepare()
      await ready.catch((error: unknown) => {
        ready = null
        throw error
      })
      return run()
    })

  const keepNow = async (site: string, id: PostId, bytes: Uint8Array, revision: Revision): Promise<void> => {
    const path = pathOf(site, id)
    const known = await readIndex(path)
    if (known?.versions.at(-1)?.revision === revision) return
    const grown = await store.put(revision, bytes)
    await addToIndex(path, { site, id }, { revision, savedMs: now(), size: bytes.length })
    const count = (known?.versions.length ?? 0) + 1
    const history = count % thinEvery === 0 ? await readIndex(path) : null
    if (history) await writeIndex(path, { site, id, versions: thinVersions(history.versions, now()) })
    total = (total ?? (await sumOf(store.sizes()))) + grown
    if (total > limitBytes()) total = await shrink(limitBytes() * 0.9)
  }

  /** Drops the oldest versions, the newest of each post last; then deletes bytes that no list refers to. */
  const shrink = async (target: number): Promise<number> => {
    const sizes = await store.sizes()
    const { histories, hasNewer } = await readAllIndexes(lists)
    // A list that only a newer version can read may refer to bytes that ours do not.
    if (hasNewer) return sumOf(Promise.resolve(sizes))
    const users = new Map<Revision, number>()
    for (const { versions } of histories)
      for (const { revision } of versions) users.set(revision, (users.get(revision) ?? 0) + 1)
    let left = 0
    for (const [revision, size] of sizes) {
      if (users.has(revision)) left += size
      else await store.remove(revision)
    }
    const gone = new Set<object>()
    for (const version of oldestFirst(histories)) {
      if (left <= target) break
      gone.add(version)
      const others = (users.get(version.revision) ?? 1) - 1
      users.set(version.revision, others)
      if (others > 0) continue
      await store.remove(version.revision)
      left -= sizes.get(version.revision) ?? 0
    }
    for (const history of histories) {
      const versions = history.versions.filter((version) => !gone.has(version))
      if (versions.length < history.versions.length) await writeIndex(history.path, { ...history, versions })
    }
    return left
  }

  return {
    keep: (site, id, bytes, revision = revisionOf(bytes)) =>
      afterOthers(() => keepNow(site, id, bytes, revision)).then(
        () => undefined,
        (error: unknown) => diskErrorOfOurs(error, t('files.versionNotKept', { id })).message,
      ),
    versions: (site, id) =>
      afterOthers(async () => [...((await readIndex(pathOf(site, id)))?.versions ?? [])].reverse()),
    read: (revision) => afterOthers(() => store.get(revision)),
    posts: (site) =>
      afterOthers(async () =>
        (await readAllIndexes(lists)).histories
          .filter((history) => history.site === site)
          .map(({ id, versions }) => ({ id, lastMs: versions.at(-1)?.savedMs ?? 0 }))
          .sort((a, b) => b.lastMs - a.lastMs),
      ),
    move: (site, from, to) =>
      afterOthers(async () => {
        const history = await readIndex(pathOf(site, from))
        if (!history) return
        const before = (await readIndex(pathOf(site, to)))?.versions ?? []
        await writeIndex(pathOf(site, to), { site, id: to, versions: [...before, ...history.versions] })
        await writeIndex(pathOf(site, from), { ...history, versions: [] })
      }),
    settled: async () => {
      await turns.get(folder)
    },
  }
}

const sumOf = async (sizes: Promise<Map<Revision, number>>): Promise<number> =>
  [...(await sizes).values()].reduce((sum, size) => sum + size, 0)

/**
 * By time, but never before the previous version in its own list: after the clock was set back, the newest versions
 * would look like the oldest. The newest version of each post comes last.
 */
const oldestFirst = (histories: readonly PostHistory[]): readonly DatedVersion[] => {
  const dated = histories.flatMap(({ versions }) => {
    let atLeast = Number.NEGATIVE_INFINITY
    return versions.map((version, index) => {
      atLeast = Math.max(atLeast, version.savedMs)
      return { version, at: atLeast, isNewest: index === versions.length - 1 }
    })
  })
  dated.sort((a, b) => Number(a.isNewest) - Number(b.isNewest) || a.at - b.at)
  return dated.map(({ version }) => version)
}
