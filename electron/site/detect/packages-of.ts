import { readFile } from 'node:fs/promises'

/** The packages a site asks for; none where there is no package.json that can be read. */
export const packagesOf = async (path: string): Promise<ReadonlySet<string>> => {
  const text = await readFile(path, 'utf8').catch(() => '')
  try {
    const { dependencies, devDependencies } = JSON.parse(text) as Record<string, unknown>
    return new Set([dependencies, devDependencies].flatMap((map) => Object.keys(Object(map ?? {}))))
  } catch {
    return new Set()
  }
}
