import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { makePng } from './make-png'

const original = resolve(import.meta.dirname, '../../../shared/posts/docker-and-kubernetes.md')

/** Whether the real post from the first users is in the folder beside the project. */
export const dockerPostIsThere = existsSync(original)

/** The reason for skipping tests with this post. */
export const noDockerPost = 'shared/posts/docker-and-kubernetes.md is not beside the project'

/** Makes a Next.js blog with a copy of the real post and generated images. Returns the path of the post. */
export const makeDockerSite = async (root: string): Promise<string> => {
  const images = join(root, 'public/images/posts/docker-and-kubernetes')
  const post = join(root, 'posts/docker-and-kubernetes.md')
  await mkdir(images, { recursive: true })
  await mkdir(join(root, 'posts'), { recursive: true })
  await writeFile(post, await readFile(original)) // without the file mode: the original may be read-only
  await writeFile(join(root, 'package.json'), '{ "dependencies": { "next": "^15.0.0" } }\n')
  await writeFile(join(images, 'docker-k8s-logos.png'), makePng(960, 420, [52, 96, 168]))
  await writeFile(join(images, 'docker-k8s.png'), makePng(800, 450, [176, 120, 64]))
  return post
}
