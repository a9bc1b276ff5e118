import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { _electron } from '@playwright/test'
import matter from 'gray-matter'
import { memory } from './app-memory.mjs'
import { blogPost, pathOfPost, writeBlogPosts } from './blog-posts.mjs'
import { median, ms, quantile } from './figures.mjs'
import { queries } from './library-queries.mjs'

/*
 * npm run bench -- library [--posts 1000,10000,50000] [--runs 3]
 *
 * The real app opens a generated blog from its page of recent folders: cold (no index) and warm, then it searches, and
 * a git branch with half of the posts changed (at most 5,000) is switched under it. Beside it, in the same run, the
 * floor: readdir, read and front matter of every post in plain Node.
 */

const root = resolve(import.meta.dirname, '../..')
const built = resolve(root, process.env.POSTWRIGHT_OUT ?? 'out')
const option = (/** @type {string} */ name, /** @type {string} */ otherwise) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise)
}
const counts = option('posts', '1000,10000,50000').split(',').map(Number)
const runs = Number(option('runs', '3'))
const electronPath = createRequire(import.meta.url)('electron')

/** @param {string} folder */
const floor = (folder) => {
  const began = performance.now()
  let keys = 0
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.md')) continue
    // With options, gray-matter does not use its cache.
    keys += Object.keys(matter(readFileSync(join(entry.parentPath, entry.name), 'utf8'), {}).data).length
  }
  if (keys === 0) throw new Error('The floor read nothing')
  return performance.now() - began
}

/** @param {string} folder @param {string} profile @param {number} count */
const openApp = async (folder, profile, count) => {
  mkdirSync(profile, { recursive: true })
  const session = {
    recentFolders: [folder],
    lastFolder: null,
    lastPosts: {},
    window: { width: 1440, height: 900, maximized: false },
  }
  writeFileSync(join(profile, 'session.json'), JSON.stringify(session))
  const env = { ...process.env }
  delete env.ELECTRON_RUN_AS_NODE
  const app = await _electron.launch({
    executablePath: electronPath,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${profile}`,
      join(built, 'main/main.js'),
    ],
    env,
  })
  const page = await app.firstWindow()
  await page.locator(`button[title="${folder}"]`).first().waitFor()
  await app.evaluate(() => {
    let last = performance.now()
    const bench = { blocked: 0 }
    Object.assign(globalThis, { bench })
    setInterval(() => {
      const now = performance.now()
      bench.blocked = Math.max(bench.blocked, now - last - 5)
      last = now
    }, 5)
  })
  await page.evaluate((wanted) => {
    const bench = { began: 0, first: 0, complete: 0, longest: 0, changed: new Set() }
    // Promises are awaited, because a polled function draws a frame each time, which would be measured too.
    const opened = Promise.withResolvers()
    const isOpen = () => bench.first > 0 && bench.complete > 0 && opened.resolve()
    Object.assign(window, { bench, opened: opened.promise })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) bench.longest = Math.max(bench.longest, entry.duration)
    }).observe({ entryTypes: ['longtask'] })
    window.api.on('libraryProgress', ({ finished, total }) => {
      if (!finished || total < wanted) return
      bench.complete ||= performance.now() - bench.began
      isOpen()
    })
    window.api.on('postsChanged', (batch) => {
      for (const { id } of JSON.parse(batch).changed) bench.changed.add(id)
    })
    const look = () => {
      if (bench.began > 0 && bench.first === 0 && document.querySelector('[role="option"]'))
        requestAnimationFrame(() => {
          bench.first ||= performance.now() - bench.began
          isOpen()
        })
    }
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true })
    addEventListener(
      'click',
      () => {
        bench.began ||= performance.now()
      },
      true,
    )
  }, count)
  return { app, page }
}

/** @param {string} folder @param {string} profile @param {number} count */
const opening = async (folder, profile, count) => {
  const { app, page } = await openApp(folder, profile, count)
  await page.locator(`button[title="${folder}"]`).first().click()
  await page.evaluate(() => window.opened)
  const figures = await page.evaluate(() => ({ ...window.bench, changed: 0 }))
  const blocked = await app.evaluate(() => globalThis.bench.blocked)
  return { app, page, figures: { ...figures, blocked } }
}

/** Long enough for a window to draw everything it opens with. */
const restMs = 2000

/** @param {import('@playwright/test').Page} page */
const searching = (page) =>
  page.evaluate(
    async ([texts]) => {
      const times = []
      for (let round = 0; round < 5; round++)
        for (const text of texts) {
          const began = performance.now()
          await window.api.searchPosts({ text, wholeWord: false, matchCase: false, regex: false, limit: 50 })
          times.push(performance.now() - began)
        }
      return times
    },
    [queries],
  )
/** @param {string} folder @param {number} count */
const prepareBranches = (folder, count) => {
  const git = gitIn(folder)
  git('init', '-q', '-b', 'one')
  git('add', '.')
  git('commit', '-qm', 'one')
  git('checkout', '-q', '-b', 'two')
  const changed = Math.min(5000, count / 2)
  for (let n = 0; n < changed; n++)
    writeFileSync(
      join(folder, pathOfPost(n)),
      `${blogPost(n, count)}
On the other branch.
`,
    )
  git('commit', '-qam', 'two')
  git('checkout', '-q', 'one')
  return changed
}

// Otherwise Git's maintenance would run in the background of the measurement.
const quietGit = [
  '-c',
  'user.name=a',
  '-c',
  'user.email=a@example.org',
  '-c',
  'gc.auto=0',
  '-c',
  'maintenance.auto=false',
]

const gitIn =
  (/** @type {string} */ folder) =>
  (/** @type {string[]} */ ...args) =>
    execFileSync('git', [...quietGit, ...args], {
      cwd: folder,
      stdio: 'pipe',
    })

/** @param {import('@playwright/test').Page} page @param {string} folder @param {number} changed */
const switching = async (page, folder, changed) => {
  await page.evaluate(() => window.bench.changed.clear())
  gitIn(folder)('checkout', '-q', 'two')
  const began = performance.now()
  await page.waitForFunction((many) => window.bench.changed.size >= many, changed, {
    timeout: 120_000,
    polling: 20,
  })
  return performance.now() - began
}

/** @param {readonly (readonly string[])[]} rows */
const table = (rows) => {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  )
  return rows
    .map(
      (row) =>
        `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`,
    )
    .toSpliced(
      1,
      0,
      `|${widths.map((width, column) => (column === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`,
    )
    .join('\n')
}

/** @param {number} count */
const measure = async (count) => {
  const folder = mkdtempSync(join(tmpdir(), `posts-${count}-`))
  const profile = mkdtempSync(join(tmpdir(), 'profile-'))
  try {
    writeBlogPosts(folder, count)
    const changed = prepareBranches(folder, count)
    floor(folder) // the disk's cache is warm for everyone
    const floors = Array.from({ length: runs }, () => floor(folder))
    const cold = []
    for (let run = 0; run < runs; run++) {
      rmSync(join(profile, 'library'), { recursive: true, force: true })
      const { app, figures } = await opening(folder, profile, count)
      cold.push(figures)
      await app.close()
    }
    const warm = []
    let rest = { times: [Number.NaN], used: { main: 0, library: 0, window: 0 }, switched: Number.NaN }
    for (let run = 0; run < runs; run++) {
      const { app, page, figures } = await opening(folder, profile, count)
      warm.push(figures)
      if (run === runs - 1) {
        await sleep(restMs)
        const times = await searching(page)
        const used = await memory(app)
        rest = { times, used, switched: await switching(page, folder, changed) }
      }
      await app.close()
    }
    const of = (/** @type {typeof cold} */ list, /** @type {keyof (typeof cold)[number]} */ key) =>
      median(list.map((figures) => Number(figures[key])))
    const base = median(floors)
    return [
      String(count),
      ms(base),
      ms(of(cold, 'first')),
      ms(of(cold, 'complete')),
      `${(of(cold, 'complete') / base).toFixed(1)}x`,
      ms(of(warm, 'first')),
      ms(of(warm, 'complete')),
      ms(quantile(rest.times, 0.5)),
      ms(quantile(rest.times, 0.95)),
      ms(rest.switched),
      ms(Math.max(of(cold, 'blocked'), of(warm, 'blocked'))),
      ms(Math.max(of(cold, 'longest'), of(warm, 'longest'))),
      `${Math.round(rest.used.main)} + ${Math.round(rest.used.library)}`,
      String(Math.round(rest.used.window)),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
    rmSync(profile, { recursive: true, force: true })
  }
}

const head = [
  'posts',
  'floor ms',
  'cold: first rows',
  'cold: complete',
  'of the floor',
  'warm: first rows',
  'warm: verified',
  'search p50',
  'search p95',
  'branch switch',
  'main blocked',
  'window blocked',
  'MB main + library',
  'MB window',
]
const rows = []
for (const count of counts) {
  rows.push(await measure(count))
  console.log(`\n${table([head, ...rows])}`)
}
