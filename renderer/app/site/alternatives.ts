import type { GeneratorId } from '../../../shared/generators/shape/generator-id'
import type { SiteOptions } from '../../../shared/ipc/site-calls'
import type { SiteInfo } from '../../../shared/site/site-info'

/** Alternatives for a folder: another posts folder in it, or another generator with evidence. */
export interface Alternatives {
  readonly folders: SiteOptions['folders']
  readonly generators: readonly GeneratorId[]
}

const mostFolders = 2

const holds = (folder: string, path: string): boolean =>
  folder === '.' || path === folder || path.startsWith(`${folder}/`)

/** The likeliest alternative that neither contains nor is contained in the current choice. */
export const alternativesOf = (
  { profile, postsFolder }: Pick<SiteInfo, 'profile' | 'postsFolder'>,
  { folders, likely }: SiteOptions,
): Alternatives => {
  const others: SiteOptions['folders'][number][] = []
  for (const folder of folders) {
    const known = [postsFolder, ...others.map(({ path }) => path)]
    if (known.some((path) => holds(path, folder.path) || holds(folder.path, path))) continue
    others.push(folder)
  }
  return {
    folders: others.slice(0, mostFolders),
    generators: likely.filter((id) => id !== profile).slice(0, 1),
  }
}
