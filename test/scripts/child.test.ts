import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { run } from '../../scripts/run/child.mjs'

const scripts = resolve(import.meta.dirname, '../../scripts')
const node = (code: string) => run(process.execPath, ['-e', code])

test('the exit code comes through, and 128 + n for signal n', async () => {
  expect(await node('process.exit(3)')).toBe(3)
  expect(await node('')).toBe(0)
  if (process.platform !== 'win32') expect(await node('process.kill(process.pid, "SIGTERM")')).toBe(143)
})

test('a program that does not exist is an error, not a code', async () => {
  await expect(run('no-such-program-anywhere', [])).rejects.toThrow(/ENOENT/)
})

test.skipIf(process.platform === 'win32')(
  'a signal reaches the child, and we stay until it has ended',
  async () => {
    const child =
      'process.on("SIGTERM", () => process.exit(42)); console.log("up"); setInterval(() => {}, 1000)'
    const parent = `
    import { run } from ${JSON.stringify(pathToFileURL(resolve(scripts, 'run/child.mjs')).href)}
    process.exitCode = await run(process.execPath, ['-e', ${JSON.stringify(child)}])`
    const started = spawn(process.execPath, ['--input-type=module', '-e', parent], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(started.stdout, 'data')
    started.kill('SIGTERM')
    expect((await once(started, 'exit'))[0]).toBe(42)
  },
)

test('an unknown command lists the known ones', () => {
  const { status, stderr } = spawnSync(process.execPath, [resolve(scripts, 'run.mjs'), 'nonsense'], {
    encoding: 'utf8',
  })
  expect(status).toBe(1)
  expect(stderr).toMatch(/Commands: start, dev, test/)
})
