import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError, messageOf } from '../../shared/app-error'
import { habitsOf } from '../../shared/generators/generators'
import type { SiteStyle } from '../../shared/ipc/look-calls'
import { styleAssetUrl } from '../../shared/ipc/site-calls'
import { isRemoteReference } from '../../shared/site/asset-reference'
import { isForDark, safeStyle } from '../../shared/site/style/safe-style'
import { styleAssetCandidates } from '../../shared/site/style/style-assets'
import { preludeOf } from '../../shared/site/style/style-imports'
import { t } from '../../shared/texts/translate'
import { realPath } from '../disk/calls/real-path'
import { diskError } from '../disk/disk-error'
import { isInside } from '../disk/is-inside'
import type { Site } from './detect-site'
import { styleAssetTypeOf } from './find-style-asset'

const largest = 500_000
const maxFiles = 8
/** The most files of one style sheet, with its imports. */
const maxImported = 40

// Syntax of a preprocessor or template: shown as it is, such a style sheet would mislead.
const marksOfBuild =
  /^\s*---|\{[{%]|@(?:tailwind|apply|theme|utility|plugin|source|reference|config|use|forward|include|mixin|extend|custom-media|custom-variant|value|if|each)\b/

/** Style sheets for the preview, which load only files of the site, and the problems of those that could not be used. */
export interface FoundStyles {
  readonly styles: readonly SiteStyle[]
  readonly problems: readonly string[]
}

/** The style sheets at these paths inside the site; a problem with one does not stop the others. */
export const namedStyles = async (site: Site, names: readonly string[]): Promise<FoundStyles> => {
  const styles: SiteStyle[] = []
  const problems: string[] = []
  for (const path of names.slice(0, maxFiles)) {
    try {
      const { missing, needsBuild: _, ...style } = await styleOf(site, path, await readStyle(site, path))
      styles.push(style)
      problems.push(...missing)
    } catch (error) {
      problems.push(messageOf(diskError(error, t('site.styleNotShown', { path }))))
    }
  }
  return { styles, problems }
}

/** The usual style sheet of this generator's sites; none if it needs a build. */
export const usualStyles = async (site: Site): Promise<FoundStyles> => {
  for (const path of habitsOf(site).styles) {
    const css = await readStyle(site, path).catch(() => null) // no such file: the next name is tried
    if (css === null) continue
    if (css.trim() === '') break
    const { missing, needsBuild, ...style } = await styleOf(site, path, css)
    // A file that does not exist under this name would be found in a package or created by a build.
    return { styles: needsBuild || missing.length > 0 ? [] : [style], problems: [] }
  }
  return { styles: [], problems: [] }
}

interface JoinedStyle extends SiteStyle {
  readonly needsBuild: boolean
  /** Messages about missing imports. */
  readonly missing: readonly string[]
}

/** A style sheet preceded by its imports, as a browser reads them. */
const styleOf = async (site: Site, path: string, css: string): Promise<JoinedStyle> => {
  const missing: string[] = []
  const read: string[] = []
  const shown = new Set<string>()
  const seen = new Set([path])
  const safe = (path: string, css: string): string =>
    safeStyle(css, (reference) => {
      if (!styleAssetCandidates(path, reference, site).some((name) => styleAssetTypeOf(name) !== null))
        return null
      const address = styleAssetUrl(path, reference)
      shown.add(address)
      return address
    })
  const joined = async (path: string, css: string): Promise<string> => {
    read.push(css)
    const { layers, imports } = preludeOf(css)
    const parts = [layers]
    for (const { reference, within } of imports) {
      if (isRemoteReference(reference)) continue // never fetched from the network
      const found = await firstStyle(site, styleAssetCandidates(path, reference, site))
      if (!found) missing.push(t('site.styleImports', { path, reference }))
      if (!found || seen.has(found.path) || seen.size >= maxImported) continue
      seen.add(found.path)
      parts.push(within(await joined(found.path, found.css)))
    }
    return [...parts, safe(path, css)].join('\n')
  }
  const text = await joined(path, css)
  return {
    path,
    // Sanitized as a whole too, because the conditions of imports are untrusted as well.
    text: safeStyle(text, (address) => (shown.has(address) ? address : null)).trim(),
    dark: read.some(isForDark),
    needsBuild: read.some((sheet) => marksOfBuild.test(sheet)),
    missing,
  }
}

const firstStyle = async (
  site: Site,
  candidates: readonly string[],
): Promise<{ readonly path: string; readonly css: string } | null> => {
  for (const path of candidates) {
    const css = await readStyle(site, path).catch(() => null) // no such file: the next name is tried
    if (css !== null) return { path, css }
  }
  return null
}

const readStyle = async (site: Site, path: string): Promise<string> => {
  const doing = t('site.styleNotShown', { path })
  const real = await realPath(join(site.root, path))
  if (!isInside(real, site.root))
    throw new AppError('outside-folder', t('site.styleOutside', { doing, site: site.name }))
  const found = await stat(real)
  if (!found.isFile() || !/\.css$/i.test(real))
    throw new AppError('not-a-file', t('site.styleNotCss', { doing }))
  if (found.size > largest) throw new AppError('too-large', t('site.styleTooLarge', { doing }))
  return (await readFile(real, 'utf8')).replace(/^\ufeff/, '')
}
