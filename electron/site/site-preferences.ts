import { join } from 'node:path'
import type { MarkdownChoice } from '../../shared/markdown/options/features'
import { featuresOfPackages } from '../../shared/markdown/options/features-of-packages'
import { packagesOf } from './detect/packages-of'
import { readPreferences } from './detect/preferences'

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
