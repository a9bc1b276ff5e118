import type { Values } from '../../../shared/configuration/read-data'
import { titleTemplatesOf } from '../../../shared/generators/markdown/title-templates'
import { folderInside, textsOf } from '../../../shared/generators/shape/configured-values'
import type { GeneratorId } from '../../../shared/generators/shape/generator-id'
import { siteText } from './code-file'
import { filesBelow } from './files-below'

const maxFiles = 40
const largest = 60_000

/** The template of a site or its theme that renders the markdown of titles; undefined if none does. */
export const findTitleTemplate = async (
  root: string,
  generator: GeneratorId,
  values: Values,
): Promise<string | undefined> => {
  const themes = textsOf(values.theme)
    .map((name) => folderInside(name))
    .filter((name) => name !== null)
  const templates = titleTemplatesOf(generator, themes)
  if (templates === null) return undefined
  const files = await filesBelow(root, templates.folders, {
    name: /\.(?:html?|njk|liquid|ejs|pug|swig|webc|astro|[jt]sx)$/,
    first: /post|single|article|title|header|heading|entry|content|page|blog/i,
    most: maxFiles,
  })
  const texts = await Promise.all(files.map(async (file) => ({ file, text: await siteText(root, file) })))
  return texts.find(({ text }) => text !== null && text.length <= largest && templates.renders.test(text))
    ?.file
}
