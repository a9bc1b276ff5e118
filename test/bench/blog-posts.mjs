import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const words =
  'about after again against almost along already although always among another answer archive article author before began behind believe better between branch build button cache camera change chapter children choose clear code color column common compile config content corner country course create deploy design detail different draft during early editor enough escape evening example family feature figure filter finally folder follow forest format found friend garden gather general gentle handle harbour heading history image import inside island journey kernel kitchen language later layout letter library little machine margin markdown market matter memory method middle minute module moment morning mountain nothing number office parser people picture place plugin problem process project publish question quiet reader reason release remember render river router schema school screen search second section server shadow simple slowly source station story street string summer system table template theme thing thread title together travel under update village water weather weekend window winter without wonder writer yellow'.split(
    ' ',
  )
const phrases = [
  '今日は新しいブログを書きます',
  '这是一篇关于编辑器的文章',
  'Привет, мир',
  'naïve café déjà vu',
  '마크다운 편집기',
  '🚀',
]
const topics = ['docker', 'kubernetes', 'photography', 'gardening', 'typescript', 'travel', 'rust', 'cooking']

/** Random numbers; the same seed gives the same ones. @param {number} seed @returns {() => number} */
const numbers = (seed) => {
  let state = (seed + 1) * 2654435761
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 3266489917) >>> 0
    return state / 4294967296
  }
}

/** A typical blog post of about 6 KB. @param {number} n @param {number} count */
export const blogPost = (n, count) => {
  const next = numbers(n)
  const pick = (/** @type {readonly string[]} */ list) => list[Math.floor(next() * list.length)] ?? ''
  const some = (/** @type {number} */ many) => Array.from({ length: many }, () => pick(words)).join(' ')
  const topic = pick(topics)
  const date = new Date(Date.UTC(2010, 0, 1) + Math.floor(next() * 5500) * 86_400_000)
    .toISOString()
    .slice(0, 10)
  const parts = [
    `---\ntitle: "${topic} and ${some(4)} ${n}"\ndate: '${date}'\ntags:\n  - ${topic}\n  - ${pick(words)}\nisFeatured: ${next() < 0.1}\ndraft: ${next() < 0.1}\nimage: cover-${n % 40}.png # the usual one\nexcerpt: ${some(14)}\n---\n`,
    `Notes on ${topic}. ${some(30)}.`,
  ]
  let size = parts.join('').length
  while (size < 6000) {
    const kind = next()
    const part =
      kind < 0.12
        ? `## ${some(4)}`
        : kind < 0.22
          ? `\`\`\`js\nconst ${pick(words)}${n % 300} = await ${pick(words)}(${Math.floor(next() * 99)})\n\`\`\``
          : kind < 0.3
            ? `![${some(3)}](image-${Math.floor(next() * 20)}.png)`
            : kind < 0.42
              ? `- ${some(8)}\n- ${some(6)} [${some(2)}](/posts/post-${Math.floor(next() * count)})`
              : `${some(40)}, ${next() < 0.15 ? pick(phrases) : pick(words)} ${some(20)}.`
    parts.push(part)
    size += part.length + 2
  }
  return `${parts.join('\n\n')}\n`
}

/** Where a post of the blog is. @param {number} n */
export const pathOfPost = (n) => join('posts', String(2015 + (n % 10)), `post-${n}.md`)

/** Writes a blog of `count` posts in ten folders. @param {string} folder @param {number} count */
export const writeBlogPosts = (folder, count) => {
  writeFileSync(join(folder, 'next.config.js'), '')
  for (let n = 0; n < count; n++) {
    const path = join(folder, pathOfPost(n))
    if (n < 10) mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, blogPost(n, count))
  }
}
