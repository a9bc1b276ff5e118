import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { _electron } from 'playwright'
import { build } from 'vite'
import { median } from './figures.mjs'

/*
 * npm run bench -- save
 *
 * A save of the app beside the least that a save needs: write a file beside, fsync, rename. And beside the same with
 * an fsync of the folder, without which a power cut can take the new name away again. All in one run, in turn, on the
 * same disk; medians. First the part in main alone, on this disk and on one that takes 5 ms for each fsync, as disks
 * of people do; then from Ctrl+S to "Saved" on the screen.
 */

const root = resolve(import.meta.dirname, '../..')
const cache = join(root, '.cache')
const built = resolve(root, process.env.POSTWRIGHT_OUT ?? 'out')
const sizes = [10_000, 1_000_000]
const rounds = 31
const appRounds = 15

/** @param {number} ms */
const shownMs = (ms) => `${ms.toFixed(2)} ms`
/** @param {number} bytes */
const shownBytes = (bytes) => `${Math.round(bytes).toLocaleString('en')} B`
/** @param {number} size */
const shownSize = (size) => (size >= 1e6 ? `${size / 1e6} MB` : `${size / 1e3} KB`)

await build({
  configFile: false,
  logLevel: 'error',
  root,
  build: {
    ssr: join(root, 'test/bench/save-subject.ts'),
    outDir: join(cache, 'bench-save'),
    rollupOptions: { output: { entryFileNames: 'subject.mjs' } },
  },
  ssr: { noExternal: true },
})
const subject = join(cache, 'bench-save/subject.mjs')
const { bytesWritten, postOf } = await import(subject)

const folder = mkdtempSync(join(cache, 'bench-save-'))

const slowed = 'fsync,fdatasync'
const disks = [
  { name: 'this disk', under: [] },
  {
    name: 'fsync + 5 ms',
    under: ['strace', '-f', '-qq', '--seccomp-bpf', '-o', '/dev/null', '-e', `trace=${slowed}`].concat(
      '-e',
      `inject=${slowed}:delay_enter=5000`,
    ),
  },
].filter(({ under: [tool] }) => !tool || spawnSync(tool, ['-o', '/dev/null', 'true']).status === 0)

/** @returns {Record<'bare' | 'bareAndFolder' | 'ours', { ms: number, written: number }[]>} */
const measureMain = (/** @type {number} */ size, /** @type {readonly string[]} */ under) => {
  const script = join(import.meta.dirname, 'save-rounds.mjs')
  const [command = '', ...args] = [
    ...under,
    process.execPath,
    script,
    subject,
    folder,
    `${size}`,
    `${rounds}`,
  ]
  return JSON.parse(execFileSync(command, args, { encoding: 'utf8', maxBuffer: 1e7 }))
}

/** From the key to the word on the screen, both as seen by the page. */
const watchPage = () => {
  let start = 0
  window.saves = []
  addEventListener(
    'keydown',
    ({ key }) => {
      if (key === 's') start = performance.now()
    },
    true,
  )
  const look = () => {
    const status = document.querySelector('footer [role="status"]')
    if (start === 0 || status?.textContent !== 'Saved') return
    window.saves.push(performance.now() - start)
    start = 0
  }
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true })
}

const measureApp = async (/** @type {number} */ size) => {
  const profile = join(folder, `profile-${size}`)
  const posts = join(folder, `posts-${size}`)
  for (const path of [join(profile, 'data'), posts]) mkdirSync(path, { recursive: true })
  writeFileSync(join(profile, 'data/settings.json'), JSON.stringify({ autosave: 'off', layout: 'write' }))
  writeFileSync(join(posts, 'post.md'), postOf(size))
  const env = { ...process.env, HOME: profile }
  delete env.ELECTRON_RUN_AS_NODE
  const app = await _electron.launch({
    executablePath: createRequire(import.meta.url)('electron'),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${join(profile, 'data')}`,
      join(built, 'main/main.js'),
      join(posts, 'post.md'),
    ],
    env,
  })
  try {
    const page = await app.firstWindow()
    const text = page.getByRole('textbox', { name: 'Text of the post' })
    await text.filter({ hasText: 'words that a person' }).focus()
    await page.evaluate(watchPage)
    const pid = app.process().pid
    const written = []
    for (let round = 0; round < appRounds; round++) {
      await page.keyboard.type('x')
      await page.getByText('Unsaved', { exact: true }).waitFor()
      await page.waitForTimeout(1200) // the journal has written it by then, so only the save is counted
      const before = bytesWritten(pid)
      await page.keyboard.press('ControlOrMeta+s')
      await page.waitForFunction((count) => window.saves.length > count, round)
      written.push(bytesWritten(pid) - before)
    }
    return { ms: await page.evaluate(() => window.saves), written }
  } finally {
    await app.close()
  }
}

try {
  console.log(
    `| save of | disk | bare: write, fsync, rename | bare and fsync of the folder | Postwright, in main | times bare | times both | bytes, bare | bytes, ours |`,
  )
  console.log('|---|---|---|---|---|---|---|---|---|')
  /** @type {Map<number, number>} */
  const bareMs = new Map()
  for (const { name, under } of disks)
    for (const size of sizes) {
      const { bare, bareAndFolder, ours } = measureMain(size, under)
      const [a = 0, b = 0, c = 0] = [bare, bareAndFolder, ours].map((samples) =>
        median(samples.map(({ ms }) => ms)),
      )
      const [d, e] = [bare, ours].map((samples) => shownBytes(median(samples.map(({ written }) => written))))
      if (under.length === 0) bareMs.set(size, a)
      console.log(
        `| ${shownSize(size)} | ${name} | ${shownMs(a)} | ${shownMs(b)} | ${shownMs(c)} | ${(c / a).toFixed(2)} | ${(c / b).toFixed(2)} | ${d} | ${e} |`,
      )
    }
  console.log(`\n| from Ctrl+S to “Saved” | median | above bare | bytes of main, IPC included |`)
  console.log('|---|---|---|---|')
  for (const size of sizes) {
    const { ms, written } = await measureApp(size)
    const time = median(ms)
    const over = time - (bareMs.get(size) ?? 0)
    console.log(
      `| ${shownSize(size)} | ${shownMs(time)} | +${shownMs(over)} | ${shownBytes(median(written))} |`,
    )
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
