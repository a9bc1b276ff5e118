import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../../shared/app-error'
import type { CheckSeverities } from '../../../shared/checks/severity/check-severities'
import {
  applySiteConfig,
  parseSiteConfig,
  type SiteConfig,
} from '../../../shared/front-matter/schema/site-config'
import type { SiteSchema } from '../../../shared/front-matter/schema/site-schema'
import { t } from '../../../shared/texts/translate'
import { diskError } from '../../disk/disk-error'
import type { WalkProblem } from '../files/walk-posts'

/** The file at the root of a site that says what Postwright should know about it. */
const settingsName = 'postwright.json'
const largest = 1_000_000
/** A file that was emptied so lately is being written: programs empty it first, and fill it a moment later. */
const writingMs = 1000

/** The `postwright.json` of a site. One that is missing says nothing; one with mistakes says what they are, and what it said before stays. */
export class SiteSettings {
  private stamp = ''
  private followed = ''
  private config: SiteConfig = {}
  private mistakes: readonly WalkProblem[] = []

  constructor(
    private readonly siteRoot: string,
    private readonly onChange: (problems: readonly WalkProblem[]) => void = () => undefined,
  ) {}

  /** The schema with the site's settings in the place of its habits; reads the file again where it changed. */
  applied(schema: SiteSchema): SiteSchema {
    this.look()
    return applySiteConfig(schema, this.config)
  }

  /** How much each check matters to the site. */
  severities(): CheckSeverities {
    this.look()
    return this.config.checks ?? {}
  }

  /** What is wrong in the file, each with its line. */
  problems(): readonly WalkProblem[] {
    this.look()
    return this.mistakes
  }

  /** Looks at the file and tells when it is another one than at the last look; at the first, when it has mistakes. */
  follow(): void {
    this.look()
    const before = this.followed
    this.followed = this.stamp
    if (before === '' ? this.mistakes.length > 0 : before !== this.stamp) this.onChange(this.mistakes)
  }

  private look(): void {
    const path = join(this.siteRoot, settingsName)
    try {
      const stats = statSync(path, { throwIfNoEntry: false })
      const stamp = stats?.isFile() ? `${stats.mtimeMs} ${stats.size} ${stats.ino}` : 'none'
      if (stamp === this.stamp) return
      if (stats?.size === 0 && Math.abs(Date.now() - stats.mtimeMs) < writingMs) return // looked at again
      this.stamp = stamp
      this.mistakes = []
      if (!stats?.isFile() || stats.size === 0) {
        this.config = {}
        return
      }
      if (stats.size > largest)
        throw new AppError('too-large', t('library.settingsTooLarge', { file: settingsName }))
      this.read(readFileSync(path, 'utf8'))
    } catch (error) {
      this.mistakes = [
        {
          path: settingsName,
          message: diskError(error, t('files.cannotRead', { name: settingsName })).message,
        },
      ]
    }
  }

  private read(text: string): void {
    const read = parseSiteConfig(text.replace(/^\ufeff/, ''))
    if (read.kind === 'ok') this.config = read.config
    else
      this.mistakes = read.problems.map(({ line, message }) => ({
        path: settingsName,
        message: t('library.settingsLine', { file: settingsName, line, message }),
      }))
  }
}
