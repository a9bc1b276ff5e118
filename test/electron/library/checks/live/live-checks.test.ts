import { cp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { LiveChecks } from '../../../../../electron/library/checks/live/live-checks'
import { detectSite } from '../../../../../electron/site/detect-site'
import type { FindingsChanged } from '../../../../../shared/checks/findings/told'
import { emptySchema } from '../../../../../shared/front-matter/schema/site-schema'
import { applyTextChanges } from '../../../../../shared/text/text-change'
import { withTempFolder } from '../../../../support/temp-folder'

const folder = withTempFolder()
const file = (id: string) => join(folder(), 'posts', id)

let checks: LiveChecks
let told: Map<string, string[]>
let batches: FindingsChanged[]

const open = async () => {
  told = new Map()
  batches = []
  checks = new LiveChecks({
    site: await detectSite(folder()),
    onFindings: (batch) => {
      batches.push(batch)
      if (batch.reset) told.clear()
      for (const id of batch.removed) told.delete(id)
      for (const { id, findings } of batch.changed)
        told.set(
          id,
          findings.map(({ check, line }) => `${check} ${line}`),
        )
    },
    onProgress: () => undefined,
    onNote: (note) => {
      throw new Error(note)
    },
    now: () => Date.parse('2024-06-01'),
  })
}
const look = async (...ids: string[]) => {
  const posts = await Promise.all(
    ids.map(async (id) => {
      const { size, mtimeMs } = await stat(file(id))
      return { id, size, modifiedMs: mtimeMs }
    }),
  )
  checks.look(posts, emptySchema)
  await checks.settled()
}
const all = ['query-plans.md', 'release-notes.md', 'small-commits.md'] as const
const change = async (id: string, from: string, to: string) => {
  const text = await readFile(file(id), 'utf8')
  expect(text).toContain(from)
  await writeFile(file(id), text.replace(from, to))
}

beforeEach(async () => {
  await cp(resolve(import.meta.dirname, '../../../../fixtures/checks/clean-next'), folder(), {
    recursive: true,
  })
  await open()
})

describe('an open folder', () => {
  test('a clean one is told of once, with nothing', async () => {
    await look(...all)
    expect(batches.map(({ changed, reset }) => [changed, reset])).toEqual([[[], true]])
  })

  test('a post is checked again when it changes, and so is the one that links to its heading', async () => {
    await look(...all)
    await change('small-commits.md', '## When it is too late', '## When it is late\n\n#### Very')
    await look(...all)
    expect(Object.fromEntries(told)).toEqual({
      'query-plans.md': ['link-anchor 15'],
      'small-commits.md': ['heading-order 13'],
    })
    await change('query-plans.md', '#when-it-is-too-late', '#when-it-is-late')
    await look(...all)
    expect(told.get('query-plans.md')).toEqual([])
  })

  test('a post that goes breaks the links to it, and is forgotten itself', async () => {
    await change('release-notes.md', 'room.\n', 'room.\n\n#')
    await look(...all)
    await rm(file('release-notes.md'))
    await look('query-plans.md', 'small-commits.md')
    expect(told.get('small-commits.md')).toEqual(['link-post 13'])
    expect(checks.posts.get('release-notes.md')).toBeUndefined()
  })

  test('the text in the editor counts until it is given back', async () => {
    await look(...all)
    const text = await readFile(file('small-commits.md'), 'utf8')
    const { findings } = await checks.checkText(
      'small-commits.md',
      text.replace('## When', '[](x)\n\n## Now'),
    )
    expect(findings.map(({ check, line }) => `${check} ${line}`)).toEqual(['link-empty 11'])
    await checks.settled()
    expect(told.get('query-plans.md')).toEqual(['link-anchor 15'])
    await look(...all)
    expect(told.get('query-plans.md')).toEqual(['link-anchor 15'])
    await checks.checkText('small-commits.md', null)
    await look(...all)
    expect(told.get('query-plans.md')).toEqual([])
    expect(told.get('small-commits.md')).toEqual([])
  })

  test('the fixes of a kind in all posts are those of what the files hold', async () => {
    await change('small-commits.md', '/posts/release-notes)', '/posts/release-note)')
    await change('query-plans.md', '/posts/small-commits)', '/posts/small-commit)')
    await look(...all)
    const fixes = await checks.fixesOf('link-post')
    const texts = await Promise.all(
      fixes.map(async ({ id, changes }) => applyTextChanges(await readFile(file(id), 'utf8'), changes)),
    )
    const wanted = (id: string) =>
      readFile(resolve(import.meta.dirname, '../../../../fixtures/checks/clean-next/posts', id), 'utf8')
    expect(texts).toEqual(await Promise.all(fixes.map(({ id }) => wanted(id))))
    expect(fixes.map(({ id }) => id).sort()).toEqual(['query-plans.md', 'small-commits.md'])
    expect(await checks.fixesOf('todo')).toEqual([])
  })

  test('nothing is said of missing posts before all are known', async () => {
    const text = await readFile(file('small-commits.md'), 'utf8')
    expect((await checks.checkText('small-commits.md', text)).findings).toEqual([])
  })

  test('another severity in postwright.json is told of with the next look', async () => {
    await change('small-commits.md', '## When', '#### When')
    await change('small-commits.md', 'One change', '# One change')
    await look(...all)
    expect(told.get('small-commits.md')).toEqual(['heading-order 11'])
    await writeFile(join(folder(), 'postwright.json'), '{ "checks": { "heading-order": "off" } }')
    await look(...all)
    expect(told.get('small-commits.md')).toEqual([])
  })
})

describe('a post that is renamed while it is open', () => {
  const renamed = async () => {
    await rename(file('small-commits.md'), file('tiny-commits.md'))
    return readFile(file('tiny-commits.md'), 'utf8')
  }
  const opened = async () => {
    await look(...all)
    await checks.checkText('small-commits.md', await readFile(file('small-commits.md'), 'utf8'))
  }
  const said = () => batches.flatMap(({ changed }) => changed.flatMap(({ findings }) => findings))

  test.each(['scanned first', 'opened first'])('never has its own title twice: %s', async (order) => {
    await opened()
    const text = await renamed()
    const steps = [
      () => look('query-plans.md', 'release-notes.md', 'tiny-commits.md'),
      async () => {
        await checks.checkText('small-commits.md', null)
        await checks.checkText('tiny-commits.md', text)
        await checks.settled()
      },
    ]
    for (const step of order === 'scanned first' ? steps : steps.reverse()) await step()
    expect(said().filter(({ check }) => /title|clash/.test(check))).toEqual([])
    expect(checks.posts.get('small-commits.md')).toBeUndefined()
  })

  test('has its images where they were moved to, at once', async () => {
    await opened()
    const images = join(folder(), 'public/images/posts')
    await rename(join(images, 'small-commits'), join(images, 'tiny-commits'))
    const text = await renamed()
    await checks.checkText('small-commits.md', null)
    const { findings } = await checks.checkText('tiny-commits.md', text)
    expect(findings.filter(({ check }) => check.includes('image'))).toEqual([])
  })
})

test('an image that was pasted a moment ago is not called missing', async () => {
  await look(...all)
  const text = await readFile(file('small-commits.md'), 'utf8')
  const shown = `${text}\n![A view](/images/new.png)\n`
  const missing = async () =>
    (await checks.checkText('small-commits.md', shown)).findings.filter(
      ({ check }) => check === 'image-missing',
    )
  expect(await missing()).toHaveLength(1)
  await writeFile(join(folder(), 'public/images/new.png'), 'x')
  expect(await missing()).toEqual([])
})

test('a post that is closed without saving has the findings of its file', async () => {
  await look(...all)
  const text = await readFile(file('small-commits.md'), 'utf8')
  await checks.checkText('small-commits.md', `${text}\n[](x)\n`)
  expect(told.get('small-commits.md')).toEqual([expect.stringMatching(/^link-empty/)])
  await checks.checkText('small-commits.md', null)
  await checks.settled()
  expect(told.get('small-commits.md')).toEqual([])
})

test('a severity in postwright.json is told of even where nothing is found', async () => {
  await look(...all)
  await writeFile(join(folder(), 'postwright.json'), '{ "checks": { "todo": "off" } }')
  await look(...all)
  expect(batches.at(-1)?.severities).toEqual({ todo: 'off' })
})
