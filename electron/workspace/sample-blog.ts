import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError } from '../../shared/app-error'
import { t } from '../../shared/texts/translate'

/** The folder of files that come with the app: beside the bundle in development, inside the archive when packaged. */
export const shippedFolder = (start: string): string => {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'assets/sample-blog'))) return join(folder, 'assets')
    if (folder === dirname(folder)) throw new AppError('not-found', t('app.installDamaged'))
  }
}

/**
 * Copies the sample blog into `parent` and returns the folder. An existing copy is left as it is: it may have been
 * edited.
 */
export const copySampleBlog = async (shipped: string, parent: string): Promise<string> => {
  const target = join(parent, t('app.sampleBlogFolder'))
  if (!existsSync(join(target, 'posts'))) await copyFolder(join(shipped, 'sample-blog'), target)
  return target
}

// Not with fs.cp, which cannot read from inside an application archive.
const copyFolder = async (from: string, to: string): Promise<void> => {
  await mkdir(to, { recursive: true })
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = join(from, entry.name)
    const target = join(to, entry.name)
    if (entry.isDirectory()) await copyFolder(source, target)
    else await writeFile(target, await readFile(source))
  }
}
