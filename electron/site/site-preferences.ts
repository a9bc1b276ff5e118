import { generatorOf } from '../../shared/generators/generators'
import { siteMarkdown } from '../../shared/generators/markdown/site-markdown'
import type { GeneratorId } from '../../shared/generators/shape/generator-id'
import type { SiteMarkdown } from '../../shared/markdown/options/features'
import { t } from '../../shared/texts/translate'
import { findAlertHook } from './configuration/alert-hook'
import { readConfiguration } from './configuration/read-configuration'
import { findRenderingCode } from './configuration/rendering-code'
import { findTitleTemplate } from './configuration/title-template'
import { packagesWithWorkspace } from './detect/packages-of'
import { readPreferences } from './detect/preferences'
import { findPictureIncludes } from './shortcodes/picture-includes'

/** The markdown options of a site: from its packages and configuration, overridden by its `postwright.json`. */
export const readSiteMarkdown = async (root: string, generator: GeneratorId): Promise<SiteMarkdown> => {
  const { configuration } = generatorOf(generator)
  const isNext = generator === 'next' || generator === 'next-starter'
  const [packages, read, { markdown }, includes, rendering] = await Promise.all([
    packagesWithWorkspace(root),
    configuration && readConfiguration(root, configuration),
    readPreferences(root),
    generator === 'jekyll' ? findPictureIncludes(root) : undefined,
    isNext ? findRenderingCode(root) : undefined,
  ])
  const titleTemplate = await findTitleTemplate(root, generator, read?.values ?? {})
  const alertHook = generator === 'hugo' ? await findAlertHook(root, read?.values ?? {}) : undefined
  const found = siteMarkdown({
    generator,
    packages,
    configuration: read,
    ...(includes && { includes }),
    ...(rendering && { rendering }),
    ...(alertHook && { alertHook }),
    ...(titleTemplate && { titleTemplate }),
  })
  const own = Object.keys(markdown?.features ?? {}).map((key) => [key, t('site.fromSettings')] as const)
  return {
    ...found,
    ...(markdown?.preset === undefined ? {} : { preset: markdown.preset }),
    features: { ...found.features, ...markdown?.features },
    sources: { ...found.sources, ...Object.fromEntries(own) },
  }
}
