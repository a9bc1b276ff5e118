import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const others = ['One', 'Two', 'Three', 'Four', 'Five']

/** Makes a site of five posts with equal fields, and the given ones. Returns the path of the first given. */
export const makeNotesSite = async (
  root: string,
  posts: Readonly<Record<string, string | Uint8Array>>,
): Promise<string> => {
  const folder = join(root, 'posts')
  await mkdir(folder, { recursive: true })
  await writeFile(join(root, 'package.json'), '{ "dependencies": { "next": "^15.0.0" } }\n')
  for (const [index, name] of others.entries()) {
    const head = `title: "${name}"\ndate: "2026-0${index + 1}-05"\nimage: ${name.toLowerCase()}.png\ninfo: "About ${name}, in a line of usual length."\ntags: [notes, ${name.toLowerCase()}]\nisFeatured: false\n`
    await writeFile(join(folder, `${name.toLowerCase()}.md`), `---\n${head}---\n\nText of ${name}.\n`)
  }
  for (const [name, content] of Object.entries(posts)) await writeFile(join(folder, name), content)
  return join(folder, Object.keys(posts)[0] ?? 'one.md')
}
