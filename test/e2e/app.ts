import { mkdir, mkdtemp, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import {
  _electron,
  test as base,
  type ElectronApplication,
  expect,
  type Page,
  type TestInfo,
} from '@playwright/test'
import type { Envelope } from '../../shared/app-error'
import { decodePost } from '../../shared/posts/text-format'
import { defaultSettings, type Settings, type SettingsPatch } from '../../shared/settings'

const root = resolve(import.meta.dirname, '../..')

/** The absolute path of the build under test. */
export const builtFolder = resolve(root, process.env.POSTWRIGHT_OUT ?? 'out')

// A display for each worker where they are virtual: windows of others take neither the focus, which ends what is being
// typed in a field, nor the clipboard.
const displays = process.env.POSTWRIGHT_DISPLAYS?.split(' ') ?? []
const ownDisplay = displays[Number(process.env.TEST_PARALLEL_INDEX ?? 0) % displays.length]
if (ownDisplay) process.env.DISPLAY = ownDisplay

/** The Electron that the setup found. */
export const electronPath = (): string => createRequire(import.meta.url)('electron') as string

/** A running app on a profile of its own. */
export interface RunningApp {
  readonly app: ElectronApplication
  readonly page: Page
  /** Closes it as a writer would, waiting for the end of the process. */
  readonly close: () => Promise<void>
  /** Kills it. */
  readonly kill: () => void
}

/** CSS pixels of the window's content. */
export interface WindowSize {
  readonly width: number
  readonly height: number
}

export interface LaunchOptions {
  /** A folder or post to open. */
  readonly open?: string
  readonly args?: readonly string[]
  /** Profile folder; a second launch on the same one is a restart. */
  readonly profile?: string
  readonly size?: WindowSize
  readonly env?: Readonly<Record<string, string>>
  /** Addresses that the user allows in the test; any other request fails it. */
  readonly mayRequest?: RegExp
}

/** A running app and its folder. */
export interface SharedApp extends RunningApp {
  readonly folder: string
}

/** Opens a folder or a post. */
export type OpenInApp = (path: string, size?: WindowSize, settings?: SettingsPatch) => Promise<RunningApp>

interface Fixtures {
  /** A fresh folder, removed after the test. */
  readonly folder: string
  /** Starts the app; every app started is closed after the test. */
  readonly launch: (options?: LaunchOptions) => Promise<RunningApp>
  /**
   * Opens a folder or a post in an app that other tests used before: a start takes longer than most of them. It has
   * the usual settings, but for those that are asked for.
   */
  readonly open: OpenInApp
}

interface WorkerFixtures {
  /** The running app of the worker, with these settings; started when it is asked for first. */
  readonly used: (settings: SettingsPatch) => Promise<RunningApp>
}

/** Playwright's test with a fresh folder and a way to start the real app on a fresh profile. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from its pattern
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'postwright-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  launch: async ({ folder }, use, info) => {
    const running: RunningApp[] = []
    await use(async (options = {}) => {
      const started = await start(folder, options)
      running.push(started)
      return started
    })
    await endFailed(info, running)
    await Promise.all(running.map(({ close }) => close()))
  },
  used: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from its pattern
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'postwright-'))
      let running: RunningApp | undefined
      await use(async (settings) => {
        running ??= await startWith(settings, join(folder, 'profile'))
        await giveSettings(running, settings)
        return running
      })
      await running?.close()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
    { scope: 'worker' },
  ],
  open: async ({ used }, use, info) => {
    const opened: RunningApp[] = []
    await use(async (path, size = usualSize, settings = {}) => {
      const running = await used(settings)
      opened.push(running)
      return openIn(running, path, size)
    })
    await endFailed(info, opened)
  },
})

/**
 * Keeps what the windows of a failed test show, and ends them: the next test starts anew, and one that hangs is not
 * to be waited for. A window that cannot be pictured any more must not hide the failure.
 */
const endFailed = async (info: TestInfo, running: readonly RunningApp[]): Promise<void> => {
  if (info.status === info.expectedStatus) return
  for (const [index, { page, kill }] of running.entries()) {
    const path = info.outputPath(`failed-${index}.png`)
    await page
      .screenshot({ path, timeout: 5_000 })
      .catch((error: unknown) => info.annotations.push({ type: 'no picture', description: String(error) }))
    kill()
  }
}

const startWith = async (settings: SettingsPatch, profile: string): Promise<RunningApp> => {
  await mkdir(join(profile, 'data'), { recursive: true })
  await writeFile(join(profile, 'data/settings.json'), JSON.stringify(settings))
  return start(profile, { profile })
}

/** Settings that change while the app is used. */
const counted: readonly string[] = ['writtenToday', 'searches'] satisfies (keyof Settings)[]

/** Sets all settings. If any differs, the page is reloaded, because it reads them only when it starts. */
const giveSettings = async ({ page }: RunningApp, settings: SettingsPatch): Promise<void> => {
  const wanted: Record<string, unknown> = { ...defaultSettings, ...settings }
  const now = await changeSettings(page, {})
  const isOther = (key: string) => JSON.stringify(now[key]) !== JSON.stringify(wanted[key])
  if (!Object.keys(wanted).some((key) => !counted.includes(key) && isOther(key))) return
  await changeSettings(page, wanted)
  await page.reload()
  await page.waitForSelector('#root > *')
}

const changeSettings = (page: Page, patch: SettingsPatch): Promise<Record<string, unknown>> =>
  page.evaluate(async (changes) => {
    const { api } = window as unknown as {
      api: { changeSettings: (patch: object) => Promise<Envelope<Record<string, unknown>>> }
    }
    const answer = await api.changeSettings(changes)
    if (!answer.ok) throw new Error(answer.message)
    return answer.value
  }, patch)

const usualSize = { width: 1440, height: 900 }

/** Opens a folder or post as the system does, and waits until it is shown. */
const openIn = async (running: RunningApp, path: string, size: WindowSize): Promise<RunningApp> => {
  const { app, page } = running
  const text = (await stat(path)).isFile() ? decodePost(await readFile(path)).text : null
  await resize(running, size)
  await page.emulateMedia({ colorScheme: null, reducedMotion: null, forcedColors: null, contrast: null })
  while ((await page.getByRole('dialog').count()) > 0) await page.keyboard.press('Escape')
  await app.evaluate(
    ({ app: main }, asked) => main.emit('open-file', { preventDefault: () => undefined }, asked),
    path,
  )
  await page.waitForFunction(
    ({ asked, wanted }) => {
      const titles = [...document.querySelectorAll('header [title]')].map(
        (node) => node.getAttribute('title') ?? '',
      )
      const isShown = titles.some((title) => title.startsWith(asked) || asked.startsWith(`${title}/`))
      const content = document.querySelector<Element & { cmTile?: { view: { state: { doc: unknown } } } }>(
        '.cm-content',
      )
      if (!isShown || wanted === null) return isShown
      // The form or its replacement is drawn a moment after the text and moves it down; it always has a button.
      return String(content?.cmTile?.view.state.doc) === wanted && content?.querySelector('button') !== null
    },
    { asked: await realpath(path), wanted: text },
  )
  return running
}

let lastLog = 0

/** The addresses that Chromium requested, from its log, which is incomplete if the app was killed. */
const requestsIn = async (netLog: string): Promise<readonly string[]> => {
  const text = await readFile(netLog, 'utf8')
  return [...new Set(Array.from(text.matchAll(/"url":"((?:https?|wss?):[^"]*)"/g), ([, url = '']) => url))]
}

const start = async (folder: string, options: LaunchOptions): Promise<RunningApp> => {
  const home = options.profile ?? join(folder, 'profile')
  await mkdir(home, { recursive: true })
  lastLog += 1
  const netLog = join(home, `net-${lastLog}.json`)
  const app = await _electron.launch({
    executablePath: electronPath(),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${join(home, 'data')}`,
      `--log-net-log=${netLog}`,
      '--lang=en-US',
      join(builtFolder, 'main/main.js'),
      ...(options.args ?? []),
      ...(options.open === undefined ? [] : [options.open]),
    ],
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: join(home, 'config'), ...options.env } as Record<
      string,
      string
    >,
  })
  const page = await app.firstWindow()
  await page.waitForSelector('#root > *')
  if (options.size) await resize({ app, page }, options.size)
  const child = app.process() // not available after the app is closed
  const close = async () => {
    await closeApp(app, child)
    // From start to end it sent no request to any server.
    const requests = await requestsIn(netLog)
    expect(requests.filter((url) => !options.mayRequest?.test(url))).toEqual([])
  }
  return { app, page, close, kill: () => void child.kill('SIGKILL') }
}

/** Resizes the content of the window, in CSS pixels, and waits until the page has this size. */
export const resize = async (
  { app, page }: Pick<RunningApp, 'app' | 'page'>,
  size: WindowSize,
): Promise<void> => {
  // The actual size: the screen may be smaller than the requested window.
  const [width, height] = await app.evaluate(({ BrowserWindow }, asked) => {
    const window = BrowserWindow.getAllWindows()[0]
    window?.setContentSize(asked.width, asked.height)
    return window?.getContentSize() ?? []
  }, size)
  await page.waitForFunction(([w, h]) => innerWidth === w && innerHeight === h, [width, height])
}

const closeApp = async (
  app: ElectronApplication,
  child: ReturnType<ElectronApplication['process']>,
): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const timer = setTimeout(() => child.kill('SIGKILL'), 15_000)
  const quitting = app.evaluate(({ app: main }) => main.quit())
  // An app that is ending no longer answers, so wait for the end of its process.
  await Promise.all([ended, quitting.catch(() => undefined)])
  clearTimeout(timer)
}

/**
 * One app for all tests of a `describe` block, which run one after the other and each find it as the one before left
 * it: a start takes more work than most tests do. After a failure the rest gets an app of its own.
 */
export const sharedApp = (prepare: (folder: string) => Promise<LaunchOptions>): (() => SharedApp) => {
  let shared: SharedApp | undefined
  test.describe.configure({ mode: 'default' })
  test.beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'postwright-'))
    shared = { folder, ...(await start(folder, await prepare(folder))) }
  })
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from its pattern
  test.afterEach(async ({}, info) => {
    await endFailed(info, shared ? [shared] : [])
  })
  test.afterAll(async () => {
    await shared?.close()
    if (shared) await rm(shared.folder, { recursive: true, force: true, maxRetries: 5 })
  })
  return () => {
    if (!shared) throw new Error('The app has not been started.')
    return shared
  }
}

export { expect }
