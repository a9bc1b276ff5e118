import { join } from 'node:path'
import { generatorOf } from '../../shared/generators/generators'
import { siteMarkdown } from '../../shared/generators/markdown/site-markdown'
import type { GeneratorId } from '../../shared/generators/shape/generator-id'
import type { SiteMarkdown } from '../../shared/markdown/options/features'
import { t } from '../../shared/texts/translate'
import { readConfiguration } from './configuration/read-configuration'
import { packagesOf } from './detect/packages-of'
import { readPreferences } from './detect/preferences'
import { findPictureIncludes } from './shortcodes/picture-includes'

/** The markdown options of a site: from its packages and configuration, overridden by its `postwright.json`. */
export const readSiteMarkdown = async (root: string, generator: GeneratorId): Promise<SiteMarkdown> => {
  const { configuration } = generatorOf(generator)
  const [packages, read, { markdown }, includes] = await Promise.all([
    packagesOf(join(root, 'package.json')),
    configuration && readConfiguration(root, configuration),
    readPreferences(root),
    generator === 'jekyll' ? findPictureIncludes(root) : undefined,
  ])
  const found = siteMarkdown({ generator, packages, configuration: read, ...(includes && { includes }) })
  const own = Object.keys(markdown?.features ?? {}).map((key) => [key, t('site.fromSettings')] as const)
  return {
    ...found,
    ...(markdown?.preset === undefined ? {} : { preset: markdown.preset }),
    features: { ...found.features, ...markdown?.features },
    sources: { ...found.sources, ...Object.fromEntries(own) },
  }
}
