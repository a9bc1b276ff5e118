import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { makePng } from './make-png'

/** A post of a test blog: its front matter lines, and its body. */
export interface BlogPost {
  readonly head: readonly string[]
  readonly body?: string
}

/** The text of a post with YAML front matter. */
export const blogPost = ({ head, body = 'A few words.' }: BlogPost): string =>
  `---\n${head.join('\n')}\n---\n\n${body}\n`

/** Writes a Next.js blog with posts given by their path in `posts/`. Returns the folder of the site. */
export const writeBlog = async (root: string, posts: Readonly<Record<string, BlogPost>>): Promise<string> => {
  await mkdir(join(root, 'posts'), { recursive: true })
  await writeFile(join(root, 'package.json'), '{ "name": "blog", "dependencies": { "next": "15.0.0" } }\n')
  for (const [path, post] of Object.entries(posts)) {
    const file = join(root, 'posts', path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, blogPost(post))
  }
  return root
}

/** Writes an image of one colour into the folder for the images of a post. */
export const writeImage = async (
  root: string,
  slug: string,
  name: string,
  color: readonly [number, number, number],
): Promise<void> => {
  const folder = join(root, 'public/images/posts', slug)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, name), makePng(320, 200, color))
}
