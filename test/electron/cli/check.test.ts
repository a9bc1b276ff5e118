import { cp, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { cliIn } from '../../support/cli'
import { withTempFolder } from '../../support/temp-folder'

const folder = withTempFolder()

const cli = (...args: string[]) => cliIn(folder)('check', ...args)

const fixtures = resolve(import.meta.dirname, '../../fixtures/checks')
beforeEach(async () => {
  await cp(join(fixtures, 'defects'), join(folder(), 'site'), { recursive: true })
  await cp(join(fixtures, 'clean-hugo'), join(folder(), 'clean'), { recursive: true })
})

const links = 'site/_posts/2024-01-14-links.md'

describe('postwright check', () => {
  test('a clean site: exit code 0, and nothing but the number of posts', async () => {
    expect(await cli('clean')).toEqual({ code: 0, out: '', err: '3 posts checked: no problems found' })
    expect(await cli('clean/content/posts', '--json')).toEqual({ code: 0, out: '[]', err: '' })
  })

  test('one post: its line, column, check and message, with the rest of the site known', async () => {
    const { code, out, err } = await cli(links)
    expect(code).toBe(1)
    expect(out.split('\n')[0]).toBe(
      `${links}:10:29 error link-post: There is no post 2024-01-09-twin (Did you mean 2024-01-09-twins?)`,
    )
    expect(err).toBe('1 post checked: 4 errors, 3 warnings')
  })

  test('--severity says what is told, and what fails', async () => {
    const { out } = await cli('site', '--severity=error')
    expect(out).not.toMatch(/ (?:warning|hint) /)
    const future = 'site/_posts/2199-01-07-future.md'
    expect(await cli(future)).toMatchObject({ code: 0, out: expect.stringContaining(' hint date-future') })
    expect(await cli(future, '--severity', 'hint')).toMatchObject({ code: 1 })
    expect(await cli(future, '--severity', 'warning')).toMatchObject({ code: 0, out: '' })
  })

  test('--json and --format json say the same', async () => {
    const [json, format] = [await cli(links, '--json'), await cli(links, '--format', 'json')]
    expect(json).toEqual(format)
    expect(JSON.parse(json.out)[0]).toMatchObject({
      file: links,
      findings: [
        {
          check: 'link-post',
          severity: 'error',
          line: 10,
          column: 29,
          length: 15,
          fixes: ['Use 2024-01-09-twins'],
        },
        {},
        {},
        {},
        {},
        {},
        {},
      ],
    })
  })

  test('--format github: workflow commands, with their signs escaped', async () => {
    const { out, err } = await cli(links, '--format', 'github')
    expect(out.split('\n')).toContain(
      `::error file=${links},line=16,col=11,title=link-malformed::http:/charts.example.com needs two slashes after the colon`,
    )
    expect(err).toMatch(/^1 post checked/)
  })

  test('--format sarif: one run, its rules and results', async () => {
    const sarif = JSON.parse((await cli('site', '--format', 'sarif')).out)
    expect(sarif).toMatchObject({ version: '2.1.0', runs: [{ tool: { driver: { name: 'Postwright' } } }] })
    const [{ tool, results }] = sarif.runs
    const rules = new Set(tool.driver.rules.map(({ id }: { readonly id: string }) => id))
    expect(results.every(({ ruleId }: { readonly ruleId: string }) => rules.has(ruleId))).toBe(true)
    expect(results[0]).toMatchObject({
      ruleId: 'field-required',
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'site/_posts/2024-01-05-head.md' },
            region: { startLine: 1, startColumn: 1 },
          },
        },
      ],
    })
  })

  test('what is not understood is exit code 2', async () => {
    expect(await cli('site', '--format', 'xml')).toMatchObject({
      code: 2,
      err: expect.stringContaining('sarif'),
    })
    expect(await cli('site', '--severity')).toMatchObject({ code: 2 })
    expect(await cli('site', '--nonsense')).toMatchObject({ code: 2 })
    expect(await cli('site', 'clean')).toMatchObject({ code: 2, err: expect.stringContaining('two sites') })
    expect(await cli('nowhere')).toMatchObject({ code: 2 })
  })
})

describe('postwright check --external', () => {
  const asked: string[] = []
  const online = cliIn(folder, {
    askPage: async (address) => {
      asked.push(address)
      return address.endsWith('/gone')
        ? { kind: 'dead', why: 'The site responds with 404' }
        : { kind: 'there' }
    },
  })
  const post = 'clean/content/posts/tools.md'
  beforeEach(async () => {
    asked.length = 0
    const text = await readFile(join(folder(), post), 'utf8')
    await writeFile(join(folder(), post), `${text}\n[a](https://one.net/gone) [b](https://two.net/)\n`)
  })

  test('requests the linked pages, says how far it is, and reports those that are gone', async () => {
    const { code, out, err } = await online('check', post, '--external')
    expect([code, out]).toEqual([
      1,
      `${post}:31:5 warning link-external: https://one.net/gone is a dead link (The site responds with 404)`,
    ])
    expect(err.split('\n')).toContain('Checking other sites: 2 of 2')
    expect(asked.sort()).toEqual(['https://one.net/gone', 'https://two.net/'])
  })

  test('only those of the posts that are named', async () => {
    expect(await online('check', 'clean/content/posts/first-swarm.md', '--external')).toMatchObject({
      code: 0,
    })
    expect(asked).toEqual([])
  })

  test('without it, nothing is requested', async () => {
    expect(await online('check', 'clean')).toMatchObject({ code: 0, out: '' })
    expect(asked).toEqual([])
  })
})
