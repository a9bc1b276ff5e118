import { join } from 'node:path'
import type { ContentFolder } from '../../../shared/generators/shape/address-settings'
import { joinPath } from '../../../shared/site/post-path'
import { readSmallFile } from '../../disk/read-small'

const most = 500

/**
 * The content of a Docusaurus site in the folder `prefix` of `root`, relative to `root`. Each version of docs has a folder
 * and a path of its own (`readVersionsMetadata`); the newest is served without its name, the unreleased one at `next`.
 */
export const withVersions = async (
  root: string,
  prefix: string,
  content: readonly ContentFolder[],
): Promise<readonly ContentFolder[]> => {
  const all = await Promise.all(content.map((one) => versionsOf(join(root, prefix), one)))
  return all.flat().flatMap((one) => {
    const folder = joinPath(prefix, '.', one.folder)
    return folder === null ? [] : [{ ...one, folder: folder || '.' }]
  })
}

const versionsOf = async (
  site: string,
  { versions, ...docs }: ContentFolder,
): Promise<readonly ContentFolder[]> => {
  if (versions === undefined) return [docs]
  const front = versions.id === 'default' ? '' : `${versions.id}_`
  const names = await namesIn(join(site, `${front}versions.json`))
  if (names.length === 0) return [docs]
  const last = versions.last ?? names[0]
  const routed = (name: string, usual: string) =>
    [docs.route, versions.paths[name] ?? (name === last ? '' : usual)].filter((part) => part).join('/')
  return [
    { ...docs, route: routed('current', 'next') },
    ...names.map((name) => ({
      ...docs,
      folder: `${front}versioned_docs/version-${name}`,
      route: routed(name, name),
    })),
  ]
}

const namesIn = async (path: string): Promise<readonly string[]> => {
  const text = await readSmallFile(path).catch(() => null) // a site without versions has no such file
  const values: unknown = text === null ? null : parsed(text)
  return Array.isArray(values) ? values.filter((name) => typeof name === 'string').slice(0, most) : []
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null // Docusaurus itself reports it
    throw error
  }
}
