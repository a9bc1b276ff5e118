import { readSmallFile } from '../../disk/read-small'

/** The dependencies of a site with their version ranges; empty without a readable package.json. */
export const packagesOf = async (path: string): Promise<ReadonlyMap<string, string>> => {
  const text = (await readSmallFile(path).catch(() => null)) ?? '' // an unreadable file counts as missing
  try {
    const { dependencies, devDependencies } = JSON.parse(text) as Record<string, unknown>
    const listed = [devDependencies, dependencies].flatMap((map) => Object.entries(Object(map ?? {})))
    return new Map(listed.map(([name, version]) => [name, String(version)]))
  } catch {
    return new Map()
  }
}
