import { execFileSync } from 'node:child_process'
import { existsSync, rmSync, symlinkSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { createOperations } from '../../../../electron/posts/operations/operations'
import { planCopy } from '../../../../electron/posts/plans/copy-post'
import { planMove, planRename } from '../../../../electron/posts/plans/rename-post'
import { detectSite } from '../../../../electron/site/detect-site'
import { deadLinks, meantBy } from '../../../support/crawl'
import { documentationSites } from '../../../support/documentation-sites'
import { frameworkSites } from '../../../support/framework-sites'
import { sites } from '../../../support/sites-to-build'
import { type TempSite, tempSite } from '../../../support/temp-site'

// Small sites are built by their own generators before and after a change, if those are installed: Hugo, Jekyll and
// Pelican by name, the others from the node_modules folders in POSTWRIGHT_GENERATORS, separated by `:`.

const modules = (process.env.POSTWRIGHT_GENERATORS ?? '').split(delimiter).filter((folder) => folder !== '')
const installed = (name: string): string | null =>
  [...(process.env.PATH ?? '').split(delimiter), ...modules.map((folder) => join(folder, '.bin'))]
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path)) ?? null

const quiet = Object.fromEntries(
  ['ASTRO', 'GATSBY', 'NEXT'].map((name) => [`${name}_TELEMETRY_DISABLED`, '1']),
)

/** The same files with a mark in each page that identifies it in the built site. */
const marked = (files: Readonly<Record<string, string | Uint8Array>>) =>
  Object.fromEntries(
    Object.entries(files).map(([path, text]) =>
      typeof text === 'string' && path.endsWith('.md')
        ? [path, `${text}\n\nMARK${markOf(path)}MARK\n`]
        : [path, text],
    ),
  )
const markOf = (path: string) => path.replace(/[^a-z0-9]/gi, 'x')

let site: TempSite
afterEach(() => site?.remove())

describe.each([...sites, ...documentationSites, ...frameworkSites])(
  '$tool builds the site after',
  ({ tool, args, out, open, files, jobs, origin = 'https://example.org', base = '' }) => {
    const command = installed(tool)

    const build = () => {
      execFileSync(command ?? '', args(out), {
        cwd: site.root,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, ...quiet, NODE_ENV: 'production' },
      })
      return { dead: deadLinks(site.path(out), origin, base), meant: meantBy(site.path(out), origin, base) }
    }

    test.skipIf(command === null).each(jobs)(
      '%s %s → %s, and no link is dead that was not',
      async (job, id, to) => {
        site = await tempSite(marked(files))
        const own = modules.find((folder) => command?.startsWith(folder))
        if (own) symlinkSync(own, site.path('node_modules'))
        const before = build()
        const found = await detectSite(site.path(open))
        const { steps, plan } =
          job === 'copy'
            ? { ...(await planCopy(found, id)), plan: null }
            : await (job === 'rename' ? planRename : planMove)(found, id, to)
        const operations = createOperations({
          folder: site.path('.records'),
          trash: () => Promise.reject(new Error('no bin')),
        })
        await operations.run({ title: '', steps, afterCrash: 'finish' })
        for (const made of [out, 'db.json', '.astro', '.cache', '.next'])
          rmSync(site.path(made), { recursive: true, force: true })
        const after = build()
        expect(after.dead.length, after.dead.join('\n')).toBeLessThanOrEqual(before.dead.length)
        expect(before.dead).toEqual([])
        expect(before.meant.filter((link) => !after.meant.includes(link))).toEqual([])
        expect(plan?.unchangeable ?? []).toEqual([])
      },
      600_000,
    )
  },
)
