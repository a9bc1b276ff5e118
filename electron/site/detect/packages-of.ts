import { readSmallFile } from '../../disk/read-small'

/** The packages a site asks for; none where there is no package.json that can be read. */
export const packagesOf = async (path: string): Promise<ReadonlySet<string>> => {
  const text = (await readSmallFile(path).catch(() => null)) ?? '' // what cannot be read is as good as none
  try {
    const { dependencies, devDependencies } = JSON.parse(text) as Record<string, unknown>
    return new Set([dependencies, devDependencies].flatMap((map) => Object.keys(Object(map ?? {}))))
  } catch {
    return new Set()
  }
}
