import type { SiteFinding } from '../../../shared/site/site-info'
import { listOf } from '../../../shared/texts/list-of'
import { t } from '../../../shared/texts/translate'

/** A posts folder in a list to choose from; relative to the site. */
export const folderInWords = (path: string, name: string, posts: number | null): string => {
  const shown = path === '.' ? name : path
  return posts === null ? shown : t('app.folderWithPosts', { folder: shown, count: posts })
}

/** Why a folder was recognized as a site of its generator. */
export const generatorEvidence = ({ generator, signs }: SiteFinding): string => {
  if (generator === 'chosen') return t('app.youChose')
  if (generator === 'postwright.json') return t('app.fromSettings')
  const packages = signs
    .filter((sign) => sign.includes('package:'))
    .map((sign) => sign.replace(/^.*package:/, ''))
  const files = signs.filter((sign) => !sign.includes('package:'))
  const found = [
    ...(files.length > 0 ? [t('app.foundFiles', { files: listOf(files.slice(0, 3)) })] : []),
    ...(packages.length > 0 ? [t('app.packageLists', { packages: listOf(packages) })] : []),
  ]
  return found.length === 0 ? t('app.noGenerator') : found.join(' ')
}

/** Why a folder was recognized as the posts folder; empty if its name and posts are reason enough. */
export const folderEvidence = ({ postsFolder }: SiteFinding): string => {
  if (postsFolder === 'chosen') return t('app.youChoseFolder')
  return postsFolder === 'postwright.json' ? t('app.fromSettings') : ''
}
