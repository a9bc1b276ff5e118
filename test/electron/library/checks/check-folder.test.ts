import { cp, mkdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkFolder } from '../../../../electron/library/checks/check-folder'
import { startRecordReaderHere } from '../../../../electron/library/checks/record-reader'
import { detectSite } from '../../../../electron/site/detect-site'
import { checkEntries } from '../../../../shared/checks/checks'
import { fixed } from '../../../../shared/checks/findings/fixes'
import { withTempFolder } from '../../../support/temp-folder'

const fixtures = resolve(import.meta.dirname, '../../../fixtures/checks')
const folder = withTempFolder()

const copied = async (name: string) => {
  await cp(join(fixtures, name), folder(), { recursive: true })
  return folder()
}
const checked = async (path: string) => {
  const { posts, problems } = await checkFolder({
    site: await detectSite(path),
    now: Date.parse('2024-06-01'),
  })
  return { posts, problems }
}
const told = async (path: string) =>
  (await checked(path)).posts.flatMap(({ id, findings }) =>
    findings.map(({ check, line, column }) => `${id.slice(0, -3)}:${line}:${column} ${check}`),
  )

const defects = `
2024-01-05-head:1:1 field-required
2024-01-05-head:4:10 field-choice
2024-01-05-head:5:8 field-image
2024-01-05-head:6:14 field-length
2024-01-06-dates:3:7 date-file-name
2024-01-06-dates:4:10 date-invalid
2024-01-08-no-description:1:1 description-missing
2024-01-09-twins:1:1 slug-clash
2024-01-10-same-title:2:8 title-duplicate
2024-01-11-same-title-again:2:8 title-duplicate
2024-01-12-broken:2:1 front-matter
2024-01-13-images:8:26 image-missing
2024-01-13-images:10:26 image-case
2024-01-13-images:12:23 image-outside
2024-01-13-images:14:23 image-lenient
2024-01-13-images:16:1 image-alt
2024-01-13-images:18:3 image-alt
2024-01-13-images:20:27 image-heavy
2024-01-14-links:10:29 link-post
2024-01-14-links:10:93 link-anchor
2024-01-14-links:12:8 link-anchor
2024-01-14-links:14:17 link-relative
2024-01-14-links:16:11 link-malformed
2024-01-14-links:16:56 link-insecure
2024-01-14-links:18:17 link-file
2024-01-15-text:10:1 heading-order
2024-01-15-text:14:1 heading-top
2024-01-15-text:16:1 link-empty
2024-01-15-text:16:41 link-bare
2024-01-15-text:18:5 reference-missing
2024-01-15-text:18:78 footnote-missing
2024-01-15-text:20:1 todo
2024-01-15-text:22:1 html-open
2024-01-15-text:25:1 reference-unused
2024-01-15-text:28:1 footnote-unused
2024-01-15-text:30:1 fence-open
2199-01-07-future:3:7 date-future
deep/2024-01-09-twins:1:1 slug-clash`
  .trim()
  .split('\n')

const withDefects = async () => {
  const path = await copied('defects')
  await writeFile(join(path, 'assets/panorama.jpg'), '')
  await truncate(join(path, 'assets/panorama.jpg'), 1_200_000)
  return path
}

describe('a site with one of each defect', () => {
  test('has exactly these findings', async () => {
    expect(await told(await withDefects())).toEqual(defects)
  })

  test('and there is one for every check but those that have to be asked for', () => {
    const seen = new Set(defects.map((line) => line.split(' ')[1]))
    const missing = checkEntries.map(({ name }) => name).filter((name) => !seen.has(name))
    expect(missing).toEqual(['link-external', 'markdownlint'])
  })

  test('has no finding twice once all that can be fixed is fixed, and no other bytes are touched', async () => {
    const path = await withDefects()
    const { posts } = await checked(path)
    const left: string[] = []
    for (const { id, findings } of posts) {
      const file = join(path, '_posts', id)
      await writeFile(file, fixed(await readFile(file, 'utf8'), findings))
      for (const { check, line, column, fixes } of findings)
        if (!fixes[0] || fixes[0].changes.length === 0)
          left.push(`${id.slice(0, -3)} ${check} ${line} ${column}`)
    }
    const names = (lines: readonly string[]) => lines.map((line) => line.split(' ')[1]).sort()
    expect(names(await told(path))).toEqual(names(left))
  })
})

test.each(['clean-hugo', 'clean-hugo-languages', 'clean-jekyll', 'clean-next', 'clean-astro', 'clean-zola'])(
  'nothing is found in %s',
  async (name) => {
    const { posts, problems } = await checked(await copied(name))
    expect(problems).toEqual([])
    expect(posts.flatMap(({ findings }) => findings)).toEqual([])
    expect(posts.length).toBeGreaterThan(2)
  },
)

describe('the settings of a site', () => {
  test('postwright.json turns a check off, or makes it matter more', async () => {
    const path = await copied('clean-next')
    const post = join(path, 'posts/small-commits.md')
    await writeFile(post, `${await readFile(post, 'utf8')}\n# One\n\n# Two\n\n#### Three\n`)
    expect(await told(path)).toEqual(['small-commits:20:1 heading-top', 'small-commits:22:1 heading-order'])
    await writeFile(
      join(path, 'postwright.json'),
      '{ "checks": { "heading-top": "off", "heading-order": "error" } }',
    )
    const { posts } = await checked(path)
    const found = posts.flatMap(({ findings }) => findings)
    expect(found.map(({ check, severity }) => [check, severity])).toEqual([['heading-order', 'error']])
  })

  test('its own .markdownlint file is followed, with its fixes', async () => {
    const path = await copied('clean-next')
    await writeFile(join(path, '.markdownlint.base.yaml'), 'default: false\nMD012: true\n')
    await writeFile(
      join(path, '.markdownlint.jsonc'),
      '{ "extends": "./.markdownlint.base.yaml", /* ours */ "MD009": true }',
    )
    const post = join(path, 'posts/small-commits.md')
    const text = (await readFile(post, 'utf8')).replace('one reason.\n', 'one reason. \n\n')
    await writeFile(post, text)
    expect(await told(path)).toEqual([
      'small-commits:9:24 markdownlint/MD009',
      'small-commits:11:1 markdownlint/MD012',
    ])
    const [found] = (await checked(path)).posts.filter(({ findings }) => findings.length > 0)
    expect(fixed(text, found?.findings ?? [])).toBe(text.replace('one reason. \n\n', 'one reason.\n'))
  })

  test('rules that cannot be read are told, and those outside the site are not read', async () => {
    const path = await copied('clean-next')
    await writeFile(join(path, '.markdownlint.json'), '{ "extends": "/etc/passwd" }')
    const { posts, problems } = await checked(path)
    expect(problems.join()).toMatch(/\.markdownlint\.json cannot be read: it extends \/etc\/passwd/)
    expect(posts.length).toBe(3)
  })
})

describe('addresses as the configuration of the site makes them', () => {
  const post = (title: string, body: string) => `---\ntitle: ${title}\n---\n\n${body}\n`
  const written = async (files: Readonly<Record<string, string>>) => {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder(), path)), { recursive: true })
      await writeFile(join(folder(), path), text)
    }
    return folder()
  }
  const links = (front: string) => `[b](${front}/b/#two) [b](${front}/b/#one) [c](${front}/c/)`
  const wrong = (id: string, ...columns: readonly number[]) => [
    `${id}:5:${columns[0]} link-anchor`,
    `${id}:5:${columns[1]} link-post`,
  ]

  test('permalink of Jekyll', async () => {
    const path = await written({
      '_config.yml': 'permalink: /journal/:title/\n',
      '_posts/2024-01-05-a.md': post('A', links('/journal')),
      '_posts/2024-01-06-b.md': post('B', '## One'),
    })
    expect(await told(path)).toEqual(wrong('2024-01-05-a', 5, 47))
  })

  test('input folder of Eleventy', async () => {
    const path = await written({
      'package.json': '{ "devDependencies": { "@11ty/eleventy": "3" } }',
      'eleventy.config.js':
        'import { IdAttributePlugin } from "@11ty/eleventy"\nexport default (config) => { config.addPlugin(IdAttributePlugin) }\nexport const config = { dir: { input: "content" } }\n',
      'content/blog/a.md': post('A', links('/blog')),
      'content/blog/b.md': post('B', '## One'),
    })
    expect(await told(path)).toEqual(wrong('a', 5, 41))
  })

  test.each([
    ['InputPathToUrlTransformPlugin', []],
    ['HtmlBasePlugin', ['a:5:5 link-relative']],
  ])('Eleventy with %s: a link to a file', async (plugin, found) => {
    const path = await written({
      'package.json': '{ "devDependencies": { "@11ty/eleventy": "3" } }',
      'eleventy.config.js': `import { ${plugin} } from "@11ty/eleventy"\nexport default (config) => { config.addPlugin(${plugin}) }\n`,
      'posts/a.md': post('A', '[b](b.md)'),
      'posts/b.md': post('B', 'Text.'),
    })
    expect(await told(path)).toEqual(found)
  })

  test('permalinks and languages of Hugo', async () => {
    const path = await written({
      'hugo.toml': '[permalinks]\nposts = "/:slug/"\n',
      'content/posts/a.md': post('A', '[b](/b/#two) [b](/b/#one)'),
      'content/posts/b.md': post('B', '## One'),
    })
    expect(await told(path)).toEqual(['a:5:5 link-anchor'])
  })

  test('Zola, whose headings have ids', async () => {
    const path = await written({
      'zola.toml': 'base_url = "https://example.org"\n',
      'content/blog/a.md':
        '+++\ntitle = "A"\n+++\n\n[b](@/blog/b.md#one-two) [b](/blog/b/#three) [a](#none)\n',
      'content/blog/b.md': '+++\ntitle = "B"\n+++\n\n## One & Two\n\n## Other {#three}\n',
    })
    expect(await told(path)).toEqual(['a:5:50 link-anchor'])
  })
})

describe('threads', () => {
  const startedFor = async (posts: number, lint: string | null) => {
    await mkdir(join(folder(), 'posts'), { recursive: true })
    for (let n = 0; n < posts; n++)
      await writeFile(join(folder(), `posts/${n}.md`), '---\ntitle: A\n---\n\nText.\n')
    if (lint !== null) await writeFile(join(folder(), '.markdownlint.json'), lint)
    let started = 0
    const { posts: found } = await checkFolder({
      site: await detectSite(folder()),
      startThreads: async () => {
        started += 1
        return startRecordReaderHere
      },
    })
    expect(found.length).toBe(posts)
    return started
  }

  test('are not started for posts that are read before a thread would be ready', async () => {
    expect(await startedFor(1200, null)).toBe(0)
  })

  test('are started for many posts', async () => {
    expect(await startedFor(2000, null)).toBe(1)
  })

  test('are started for fewer posts if the site has markdownlint rules', async () => {
    expect(await startedFor(120, '{ "default": false }')).toBe(1)
  })

  test('are not started for a few posts with markdownlint rules', async () => {
    expect(await startedFor(99, '{ "default": false }')).toBe(0)
  })
})
