import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Writes files into a folder, by path; a path that ends with `/` makes an empty folder. */
export const writeSite = async (
  root: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> => {
  for (const [path, content] of Object.entries(files)) {
    const whole = join(root, path)
    await mkdir(path.endsWith('/') ? whole : dirname(whole), { recursive: true })
    if (!path.endsWith('/')) await writeFile(whole, content)
  }
}

/** Writes a Next.js site with these files. */
export const writeNextSite = (
  root: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> => writeSite(root, { 'package.json': '{ "dependencies": { "next": "15" } }', ...files })

/** Writes a site with one short post, Trip. */
export const writeTrip = (root: string): Promise<void> =>
  writeNextSite(root, { 'posts/trip.md': '---\ntitle: Trip\n---\n\nWords.\n' })
