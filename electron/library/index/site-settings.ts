import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../../shared/app-error'
import type { CheckSeverities } from '../../../shared/checks/severity/check-severities'
import type { SiteSchema } from '../../../shared/front-matter/schema/site-schema'
import { applySiteConfig, parseSiteConfig, type SiteConfig } from '../../../shared/site-config'
import { t } from '../../../shared/texts/translate'
import { diskError } from '../../disk/disk-error'
import type { WalkProblem } from '../files/walk-posts'

/** The settings file at the root of a site. */
const settingsName = 'postwright.json'
const largest = 1_000_000
/** Milliseconds in which an empty file is assumed to be in the middle of a write. */
const writingMs = 1000

/** The `postwright.json` of a site. If it has errors, they are reported and the previous settings stay in effect. */
export class SiteSettings {
  private stamp = ''
  private followed = ''
  private config: SiteConfig = {}
  private mistakes: readonly WalkProblem[] = []

  constructor(
    private readonly siteRoot: string,
    private readonly onChange: (problems: readonly WalkProblem[]) => void = () => undefined,
  ) {}

  /** The schema with the site's settings applied; reads the file again if it has changed. */
  applied(schema: SiteSchema): SiteSchema {
    this.look()
    return applySiteConfig(schema, this.config)
  }

  /** The severity of each check on this site. */
  severities(): CheckSeverities {
    this.look()
    return this.config.checks ?? {}
  }

  /** The errors in the file, with their lines. */
  problems(): readonly WalkProblem[] {
    this.look()
    return this.mistakes
  }

  /** Checks the file and reports when it has changed, or at the first check when it has errors. */
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
      if (stats?.size === 0 && Math.abs(Date.now() - stats.mtimeMs) < writingMs) return // checked again later
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
