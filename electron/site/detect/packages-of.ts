import { readSmallFile } from '../../disk/read-small'

/** The packages a site asks for, with the versions it wants; none where there is no package.json that can be read. */
export const packagesOf = async (path: string): Promise<ReadonlyMap<string, string>> => {
  const text = (await readSmallFile(path).catch(() => null)) ?? '' // what cannot be read is as good as none
  try {
    const { dependencies, devDependencies } = JSON.parse(text) as Record<string, unknown>
    const listed = [devDependencies, dependencies].flatMap((map) => Object.entries(Object(map ?? {})))
    return new Map(listed.map(([name, version]) => [name, String(version)]))
  } catch {
    return new Map()
  }
}
