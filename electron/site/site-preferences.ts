import { join } from 'node:path'
import { parseSiteConfig, type SiteConfig } from '../../shared/front-matter/schema/site-config'
import type { MarkdownChoice } from '../../shared/markdown/options/features'
import { featuresOfPackages } from '../../shared/markdown/options/features-of-packages'
import { codeOf } from '../disk/calls/codes'
import { readSmallFile } from '../disk/read-small'
import { packagesOf } from './detect/packages-of'

/** What `postwright.json` says of a site. One with mistakes says nothing here: the library tells of them. */
export const readPreferences = async (root: string): Promise<SiteConfig> => {
  const path = join(root, 'postwright.json')
  try {
    const text = await readSmallFile(path)
    if (text === null) return {}
    const read = parseSiteConfig(text.replace(/^\ufeff/, ''))
    return read.kind === 'ok' ? read.config : {}
  } catch (error) {
    if (codeOf(error) === '') throw error
    return {}
  }
}

/** The markdown of a site: what its packages say of it, and above that its `postwright.json`. */
export const readSiteMarkdown = async (root: string): Promise<MarkdownChoice> => {
  const [packages, { markdown }] = await Promise.all([
    packagesOf(join(root, 'package.json')),
    readPreferences(root),
  ])
  return {
    ...(markdown?.preset === undefined ? {} : { preset: markdown.preset }),
    features: { ...featuresOfPackages(packages), ...markdown?.features },
  }
}
