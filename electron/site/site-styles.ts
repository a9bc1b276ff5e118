import { readFile, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError, messageOf } from '../../shared/app-error'
import type { SiteStyle } from '../../shared/ipc/look-calls'
import { styleAssetUrl } from '../../shared/ipc/site-calls'
import { isForDark, safeStyle } from '../../shared/site/safe-style'
import type { SiteProfileId } from '../../shared/site/site-info'
import { styleAssetCandidates } from '../../shared/site/style-assets'
import { diskError } from '../posts/disk-error'
import type { Site } from './detect-site'
import { isInside } from './find-asset'
import { styleAssetTypeOf } from './find-style-asset'

/** Where the one style sheet of all pages lies in sites that need no build for it; the first that is there counts. */
const usualFiles: Readonly<Record<SiteProfileId, readonly string[]>> = {
  next: ['app', 'src/app', 'styles', 'src/styles'].flatMap((folder) => [
    `${folder}/globals.css`,
    `${folder}/global.css`,
  ]),
  'next-starter': ['styles/globals.css', 'styles/global.css', 'app/globals.css', 'src/styles/globals.css'],
  astro: ['src/styles/global.css', 'src/styles/globals.css', 'src/styles/main.css', 'public/global.css'],
  hugo: ['assets', 'static'].flatMap((folder) => [
    `${folder}/css/main.css`,
    `${folder}/css/style.css`,
    `${folder}/css/custom.css`,
    `${folder}/style.css`,
  ]),
  jekyll: ['assets/css/style.css', 'assets/css/main.css', 'assets/main.css', 'css/main.css', 'css/style.css'],
  eleventy: ['', 'public/', 'src/'].flatMap((folder) => [
    `${folder}css/index.css`,
    `${folder}css/style.css`,
    `${folder}css/main.css`,
  ]),
  hexo: ['source/css/style.css', 'source/css/main.css', 'source/css/custom.css'],
  gridea: ['output/styles/main.css'],
  plain: ['style.css', 'styles.css', 'css/style.css', 'static/css/style.css', 'public/style.css'],
}

const largest = 500_000
const mostFiles = 8

// Marks of a preprocessor, a template, or a sheet that is only a part of another: shown alone they would mislead.
const needsBuild =
  /^\s*---|\{[{%]|@(?:tailwind|apply|theme|utility|plugin|source|reference|config|use|forward|include|mixin|extend|custom-media|custom-variant|value|if|each)\b|@import\s+(?!(?:url\(\s*)?['"]?(?:https?:)?\/\/)/

/** Style sheets for the preview, each made so that it fetches nothing but files of the site, and what was asked for in vain. */
export interface FoundStyles {
  readonly styles: readonly SiteStyle[]
  readonly problems: readonly string[]
}

/** The style sheets that are named, by their paths inside the site; what is wrong with one does not stop the others. */
export const namedStyles = async (site: Site, names: readonly string[]): Promise<FoundStyles> => {
  const styles: SiteStyle[] = []
  const problems: string[] = []
  for (const path of names.slice(0, mostFiles)) {
    try {
      styles.push(styleOf(site, path, await readStyle(site, path)))
    } catch (error) {
      problems.push(messageOf(diskError(error, `The style sheet ${path} is not shown`)))
    }
  }
  return { styles, problems }
}

/** The style sheet that a site of this kind usually has for all its pages; none where it would take a build. */
export const usualStyles = async (site: Site): Promise<FoundStyles> => {
  for (const path of usualFiles[site.profile]) {
    const css = await readStyle(site, path).catch(() => null) // no such file: the next name is tried
    if (css === null) continue
    return {
      styles: needsBuild.test(css) || css.trim() === '' ? [] : [styleOf(site, path, css)],
      problems: [],
    }
  }
  return { styles: [], problems: [] }
}

const styleOf = (site: Site, path: string, css: string): SiteStyle => ({
  path,
  text: safeStyle(css, (reference) =>
    styleAssetCandidates(path, reference, site).some((candidate) => styleAssetTypeOf(candidate) !== null)
      ? styleAssetUrl(path, reference)
      : null,
  ),
  dark: isForDark(css),
})

const readStyle = async (site: Site, path: string): Promise<string> => {
  const doing = `The style sheet ${path} is not shown`
  const real = await realpath(join(site.root, path))
  if (!isInside(real, site.root))
    throw new AppError('outside-folder', `${doing}: it lies outside the site ${site.name}.`)
  const found = await stat(real)
  if (!found.isFile() || !/\.css$/i.test(real))
    throw new AppError('not-a-file', `${doing}: name a file that ends with .css.`)
  if (found.size > largest) throw new AppError('too-large', `${doing}: it is larger than 500 KB.`)
  return (await readFile(real, 'utf8')).replace(/^\ufeff/, '')
}
