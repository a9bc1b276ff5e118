import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'

const dist = resolve(import.meta.dirname, '../../dist')

/** Where electron-builder puts the program inside the unpacked folder, by platform. */
const programs = [
  [/^linux(-\w+)?-unpacked$/, 'postwright'],
  [/^win(-\w+)?-unpacked$/, 'Postwright.exe'],
  [/^mac(-\w+)?$/, 'Postwright.app/Contents/MacOS/Postwright'],
] as const

/** The packed program in dist/. */
export const packedProgram = (): string => {
  for (const folder of existsSync(dist) ? readdirSync(dist) : []) {
    const inside = programs.find(([name]) => name.test(folder))?.[1]
    if (inside) return join(dist, folder, inside)
  }
  throw new Error('There is no packed app in dist/. Run npm run package:dir first.')
}

/** A running packed app and its page. */
export interface PackedApp {
  readonly page: Page
  readonly close: () => Promise<void>
}

/**
 * Starts the packed app as a user would. Playwright's own way in needs Node's inspector, which the app is built
 * without; so it is driven through Chromium's debugging port, which only this command line opens.
 */
export const startPackedApp = async (
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<PackedApp> => {
  const noSandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [] // Chromium refuses to run as root with it
  const child = spawn(packedProgram(), [...noSandbox, '--remote-debugging-port=0', ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  try {
    const browser = await chromium.connectOverCDP(await debuggingAddress(child))
    return { page: await firstPage(browser), close: () => stop(child, browser) }
  } catch (error) {
    await stop(child, null)
    throw error
  }
}

const debuggingAddress = (child: ChildProcess): Promise<string> =>
  new Promise((found, failed) => {
    let text = ''
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
      const address = /DevTools listening on (ws:\S+)/.exec(text)?.[1]
      if (address) found(address)
    })
    child.once('error', failed)
    child.once('exit', (code) =>
      failed(new Error(`The packed app ended with ${code} before it was ready:\n${text}`)),
    )
  })

const firstPage = async (browser: Browser): Promise<Page> => {
  const context = browser.contexts()[0]
  if (!context) throw new Error('The packed app has no page to look at.')
  return context.pages()[0] ?? context.waitForEvent('page')
}

const stop = async (child: ChildProcess, browser: Browser | null): Promise<void> => {
  const ended = child.exitCode !== null || child.signalCode !== null ? null : once(child, 'exit')
  await browser?.close()
  child.kill()
  const timer = setTimeout(() => child.kill('SIGKILL'), 8000)
  await ended
  clearTimeout(timer)
}
