import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { detectSite } from '../../../electron/site/detect-site'
import { findAsset } from '../../../electron/site/find-asset'
import { parseFrontMatter } from '../../../shared/front-matter/read/parse'
import { featuresFor } from '../../../shared/generators/markdown-features'

const blog = resolve(import.meta.dirname, '../../../assets/sample-blog')
const posts = readdirSync(join(blog, 'posts')).filter((name) => name.endsWith('.md'))

test('the sample blog is a Next.js site that writes math, alerts and definitions', async () => {
  const site = await detectSite(blog)
  expect(site.profile).toBe('next')
  expect(site.postsFolder).toBe('posts')
  const { math, alerts, definitionLists, mermaid, footnotes } = featuresFor(site.profile, site.markdown)
  expect({ math, alerts, definitionLists, mermaid, footnotes }).toEqual({
    math: true,
    alerts: true,
    definitionLists: true,
    mermaid: true,
    footnotes: true,
  })
})

describe.each(posts)('%s', (name) => {
  const text = readFileSync(join(blog, 'posts', name), 'utf8')

  test('has the five fields of its site', () => {
    const head = parseFrontMatter(text)
    expect(head.kind).toBe('parsed')
    if (head.kind !== 'parsed') return
    expect(Object.keys(head.data)).toEqual(['title', 'date', 'image', 'info', 'isFeatured'])
  })

  test('has all its pictures, and none is heavy', async () => {
    const site = await detectSite(blog)
    const hero = /^image: (\S+)$/m.exec(text)?.[1] ?? ''
    const inText = [...text.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map((match) => match[1] ?? '')
    for (const reference of [hero, ...inText]) {
      const path = await findAsset(site, name, reference)
      expect(path, reference).not.toBeNull()
      expect(statSync(path ?? '').size).toBeLessThan(60_000)
    }
  })
})
