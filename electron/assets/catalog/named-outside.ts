import { join } from 'node:path'
import { decodedUri } from '../../../shared/base/decoded-uri'
import { imageExtensions } from '../../../shared/base/image-types'
import { filePart, isMarkdownName } from '../../../shared/site/post-path'
import { codeOf } from '../../disk/calls/codes'
import { readSmallFile } from '../../disk/read-small'
import { type SiteFolders, sitePaths } from '../list-images'

const textName =
  /\.(?:html?|xml|njk|liquid|hbs|ejs|pug|jade|astro|jsx?|tsx?|[cm][jt]s|vue|svelte|json5?|ya?ml|toml|css|scss|sass|less|webmanifest|tmpl|swig|jinja2?|j2|haml|csv|txt|rst|adoc|org)$/i
const ofName = `[^\\s"'\`()<>/\\\\=:,;]`
// From the start of a word only: minified code has words of a million letters.
const imageName = new RegExp(`(?<!${ofName})${ofName}+\\.(?:${imageExtensions.join('|')})`, 'gi')
const maxTexts = 20_000
const longest = 1_000_000

/**
 * The names of images, in lower case, that occur in pages, layouts, styles and data outside the posts, each with one
 * such file. Only the name is compared: it is safer to call an image used than unused.
 */
export const namedOutside = async (
  site: SiteFolders,
  pause: () => Promise<void> | null,
): Promise<ReadonlyMap<string, string>> => {
  const prefix = site.postsFolder === '.' ? '' : `${site.postsFolder}/`
  const isOutside = (path: string) =>
    textName.test(path) || (isMarkdownName(path) && !path.startsWith(prefix))
  const named = new Map<string, string>()
  for (const path of await sitePaths(site, isOutside, maxTexts)) {
    for (const [name] of (await textOf(join(site.root, path))).matchAll(imageName)) {
      const key = filePart(decodedUri(name)).toLowerCase()
      if (!named.has(key)) named.set(key, path)
    }
    await pause()
  }
  return named
}

const textOf = async (path: string): Promise<string> => {
  try {
    return (await readSmallFile(path, longest)) ?? ''
  } catch (error) {
    if (codeOf(error) !== '') return '' // deleted meanwhile, or no permission
    throw error
  }
}
