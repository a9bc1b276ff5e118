import { messageOf } from '../../../../shared/app-error'
import { findingsOf } from '../../../../shared/checks/check-post'
import type { Finding, PostFindings } from '../../../../shared/checks/findings/finding'
import { changesOf } from '../../../../shared/checks/findings/fixes'
import type { FindingsChanged, PostFixes, TextFindings } from '../../../../shared/checks/findings/told'
import { mayBeFile } from '../../../../shared/checks/link/file'
import type { TextRules } from '../../../../shared/checks/site/check'
import { type CheckSite, checkSite } from '../../../../shared/checks/site/check-site'
import { CheckedPosts } from '../../../../shared/checks/site/checked-posts'
import type { PostRecord } from '../../../../shared/checks/site/post-record'
import { emptySchema, type SiteSchema } from '../../../../shared/front-matter/schema/site-schema'
import { featuresFor } from '../../../../shared/generators/markdown-features'
import type { PostId, PostSummary } from '../../../../shared/posts/post'
import { createBackgroundSlices, createSlices } from '../../files/slices'
import { SiteSettings } from '../../index/site-settings'
import { lintRulesOf } from '../lint-rules'
import { otherAddresses } from '../other-addresses'
import { readText, recordOfText } from '../read-record'
import { type RecordReader, readRecords, startRecordReaderHere } from '../record-reader'
import { siteFiles } from '../site-files'
import { aroundOf, layoutOf, stampOf } from '../what-counts'
import type { LiveChecksOptions } from './options'
import { toldFindings } from './told-findings'

/** Fewer posts are read in this thread. */
const fewPosts = 100
const postsAtOnce = 300
const progressMs = 200
/** Milliseconds until image folders are checked again. */
const lookMs = 2000

const isAboutFile = ({ check }: Finding): boolean =>
  /^(?:image-(?:case|lenient|missing|outside)|field-image|link-file)$/.test(check)

/** The findings of an open folder: a post is checked again when it changes, or when another change affects it. */
export class LiveChecks {
  /** All posts that were checked. */
  readonly posts: CheckedPosts
  private readonly stamps = new Map<PostId, string>()
  /** Posts that are open, whose text in the editor counts instead of the disk. */
  private readonly open = new Set<PostId>()
  /** Posts that were on the disk when it was last looked at. */
  private onDisk: ReadonlySet<PostId> = new Set()
  private readonly told
  private readonly files
  private readonly others
  private readonly settings
  private readonly rules: TextRules
  private readonly lint
  private schema: SiteSchema = emptySchema
  private around = ''
  private complete = false
  private looked = 0
  private listed: Iterable<Pick<PostSummary, 'id' | 'modifiedMs' | 'size'>> | null = null
  private work: Promise<void> = Promise.resolve()
  private closed = false

  constructor(private readonly options: LiveChecksOptions) {
    const { site } = options
    this.posts = new CheckedPosts(site)
    this.files = siteFiles(site.root)
    this.others = otherAddresses(site)
    this.settings = new SiteSettings(site.root)
    this.rules = { layout: layoutOf(site), features: featuresFor(site, site.markdown) }
    this.told = toldFindings(this.report)
    // Immediately: findings of another folder do not apply to this one.
    options.onFindings({ changed: [], removed: [], reset: true, severities: this.settings.severities() })
    this.lint = lintRulesOf(site.root, site.postsRoot)
    this.lint.then(
      (found) => found.kind === 'unreadable' && options.onNote(found.message),
      (error: unknown) => options.onNote(messageOf(error)),
    )
  }

  /** Whether all posts of the folder have been read. */
  get isComplete(): boolean {
    return this.complete
  }

  /** After a scan: reads posts that are new or changed, and checks them and the posts they affect. */
  readonly look = (
    posts: Iterable<Pick<PostSummary, 'id' | 'modifiedMs' | 'size'>>,
    schema: SiteSchema,
  ): void => {
    this.schema = schema
    const isWaiting = this.listed !== null
    this.listed = [...posts]
    if (!isWaiting) this.inTurn(() => this.lookNow())
  }

  /** The findings of a text in the editor; null when the post is closed and the disk counts again. */
  async checkText(id: PostId, text: string | null): Promise<TextFindings> {
    const severities = this.settings.severities()
    if (text === null) {
      this.open.delete(id)
      this.stamps.delete(id)
      this.inTurn(() => this.readAgain(id))
      return { findings: [], severities }
    }
    this.open.add(id)
    const others = new Set(this.posts.put(await this.recordOf(id, text)))
    others.delete(id)
    let [findings, haveFilesChanged] = [this.findingsOf(id, this.site()), this.haveFilesChanged()]
    // What is missing may have been added just now, with the text that names it.
    if (findings.some(isAboutFile)) haveFilesChanged = this.haveFilesChanged(0) || haveFilesChanged
    if (haveFilesChanged) {
      findings = this.findingsOf(id, this.site())
      for (const other of this.idsWithFiles()) others.add(other)
    }
    this.told.tell([{ id, findings }], [])
    if (others.size > 0) this.inTurn(() => this.check(others))
    return { findings, severities }
  }

  /** Checks posts again, because more is known of what they link to. */
  readonly checkAgain = (ids: Iterable<PostId>): void => this.inTurn(() => this.check(ids))

  private async recordOf(id: PostId, text: string): Promise<PostRecord> {
    const lint = await this.lint
    return recordOfText(id, text, this.rules, lint.kind === 'rules' ? lint.rules : null).record
  }

  /** A post whose text in the editor no longer counts: what is on the disk does, if it is still there. */
  private async readAgain(id: PostId): Promise<void> {
    if (this.open.has(id) || !this.posts.get(id)) return
    const read = readText(this.options.site.postsRoot, id)
    if (read === null) this.told.tell([], [id])
    await this.check(
      read === null ? this.posts.remove(id) : this.posts.put(await this.recordOf(id, read.text)),
    )
  }

  /** The fixes of a check in all posts, computed from their current files. */
  async fixesOf(check: string): Promise<readonly PostFixes[]> {
    await this.work
    const site = this.site()
    const pause = createSlices()
    const found: PostFixes[] = []
    for (const id of this.told.ids()) {
      const known = this.findingsOf(id, site)
      if (!known.some((finding) => finding.check === check)) continue
      const read = readText(this.options.site.postsRoot, id)
      if (read === null) continue
      const record = await this.recordOf(id, read.text)
      const findings = findingsOf(record, site, this.settings.severities())
      const changes = changesOf(findings.filter((finding) => finding.check === check))
      if (changes.length > 0) found.push({ id, revision: read.revision, changes })
      await pause()
    }
    return found
  }

  /** Resolves when everything requested so far has been checked. */
  settled(): Promise<void> {
    return this.work
  }

  async close(): Promise<void> {
    this.closed = true
    await this.work
  }

  private inTurn(work: () => Promise<void>): void {
    this.work = this.work
      .then(() => (this.closed ? undefined : work()))
      .catch((error: unknown) => this.options.onNote(messageOf(error)))
  }

  private haveFilesChanged(restMs = lookMs): boolean {
    if (performance.now() - this.looked < restMs) return false
    this.looked = performance.now()
    const changed = this.files.lookAgain()
    if (changed) this.others.forget()
    return changed
  }

  private *idsWithFiles(): Generator<PostId> {
    for (const { id, images, links, head } of this.posts.all())
      if (images.length > 0 || head.common.image !== '' || links.some(mayBeFile)) yield id
  }

  private slices(): () => Promise<void> | null {
    return createBackgroundSlices(this.options.whenFree ?? (() => null))
  }

  private site(): CheckSite {
    return checkSite({
      layout: this.rules.layout,
      schema: this.settings.applied(this.schema),
      posts: this.posts,
      files: this.files,
      isElsewhere: this.others.has,
      now: this.options.now?.() ?? Date.now(),
      isComplete: this.complete,
    })
  }

  private async lookNow(): Promise<void> {
    this.others.forget()
    const listed = [...(this.listed ?? [])]
    this.listed = null
    const ids = new Set(listed.map(({ id }) => id))
    const dirty = new Set<PostId>()
    const known = [...this.posts.all()].map(({ id }) => id)
    // An open post that was on the disk has been renamed, moved or deleted; a new one is not yet there.
    const removed = known.filter((id) => !ids.has(id) && (!this.open.has(id) || this.onDisk.has(id)))
    const isMoved = removed.length > 0
    this.onDisk = ids
    for (const id of removed) {
      for (const other of this.posts.remove(id)) dirty.add(other)
      this.stamps.delete(id)
    }
    this.told.tell([], removed)
    const changed = listed.filter(
      (post) => this.stamps.get(post.id) !== stampOf(post) && !this.open.has(post.id),
    )
    for (const post of changed) this.stamps.set(post.id, stampOf(post))
    const toRead = changed.map(({ id }) => id)
    await this.readAll(toRead, dirty)
    if (this.closed) return
    const wasComplete = this.complete
    this.complete = true
    const around = aroundOf(this.settings, this.settings.applied(this.schema))
    const isAllOther = !wasComplete || around !== this.around
    this.around = around
    if (isAllOther) for (const { id } of this.posts.all()) dirty.add(id)
    else if (this.haveFilesChanged(isMoved ? 0 : lookMs)) for (const id of this.idsWithFiles()) dirty.add(id)
    await this.check(dirty)
    if (isAllOther && wasComplete) this.report({ changed: [], removed: [] }) // the settings show the severities
  }

  private readonly report = (changed: Pick<FindingsChanged, 'changed' | 'removed'>): void =>
    this.options.onFindings({ ...changed, reset: false, severities: this.settings.severities() })

  private async readAll(ids: readonly PostId[], dirty: Set<PostId>): Promise<void> {
    if (ids.length === 0) return
    const { site, startReader = startRecordReaderHere } = this.options
    const start = ids.length < fewPosts ? startRecordReaderHere : startReader
    const reader: RecordReader = start({ root: site.root, postsRoot: site.postsRoot, rules: this.rules })
    const pause = this.slices()
    let [done, told, checkedAt] = [0, 0, Number.NEGATIVE_INFINITY]
    const news: PostId[] = []
    try {
      for await (const records of readRecords(reader, ids, () => this.closed)) {
        for (const read of records) {
          done += 1
          if (read.kind === 'failed' || this.open.has(read.record.id)) continue
          news.push(read.record.id)
          for (const other of this.posts.put(read.record)) dirty.add(other)
        }
        // Checks that need no other posts; all are made again when the posts are complete.
        if (!this.complete && performance.now() - checkedAt > progressMs * 5) {
          await this.check(news.splice(0))
          checkedAt = performance.now()
        }
        if (performance.now() - told > progressMs) {
          told = performance.now()
          this.options.onProgress({ kind: 'posts', done, total: ids.length, finished: false })
        }
        await pause()
      }
    } finally {
      reader.close()
      this.options.onProgress({ kind: 'posts', done: ids.length, total: ids.length, finished: true })
    }
  }

  private async check(ids: Iterable<PostId>): Promise<void> {
    const pause = this.slices()
    const site = this.site()
    let batch: PostFindings[] = []
    for (const id of [...ids]) {
      if (this.closed) return
      if (!this.posts.get(id)) continue
      batch.push({ id, findings: this.findingsOf(id, site) })
      if (batch.length >= postsAtOnce) {
        this.told.tell(batch, [])
        batch = []
      }
      await pause()
    }
    this.told.tell(batch, [])
  }

  private findingsOf(id: PostId, site: CheckSite): readonly Finding[] {
    const record = this.posts.get(id)
    return record
      ? findingsOf(record, site, this.settings.severities(), this.options.findOutside?.(record))
      : []
  }
}
