import type { SiteFinding } from '../../../shared/site/site-info'

const counted = (count: number): string => `${count.toLocaleString('en')} ${count === 1 ? 'post' : 'posts'}`

/** A posts folder in a list to choose from; relative to the site. */
export const folderInWords = (path: string, name: string, posts: number | null): string => {
  const shown = path === '.' ? name : path
  return posts === null ? shown : `${shown} (${counted(posts)})`
}

/** Why a folder is taken for the site of its generator. */
export const generatorEvidence = ({ generator, signs }: SiteFinding): string => {
  if (generator === 'chosen') return 'You chose this.'
  if (generator === 'postwright.json') return 'postwright.json says so.'
  const packages = signs
    .filter((sign) => sign.includes('package:'))
    .map((sign) => sign.replace(/^.*package:/, ''))
  const files = signs.filter((sign) => !sign.includes('package:'))
  const found = [
    ...(files.length > 0 ? [inList(files.slice(0, 3))] : []),
    ...(packages.length > 0 ? [`package.json lists ${inList(packages)}`] : []),
  ]
  return found.length === 0 ? 'No generator was recognized.' : `Found: ${found.join('; ')}.`
}

/** Why a folder is taken for the one of the posts; empty where its name and its posts speak for it. */
export const folderEvidence = ({ postsFolder }: SiteFinding): string => {
  if (postsFolder === 'chosen') return 'You chose this folder.'
  return postsFolder === 'postwright.json' ? 'postwright.json says so.' : ''
}

const inList = (words: readonly string[]): string => new Intl.ListFormat('en').format(words)
