import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { isHarmless, passOn } from '../../scripts/run/chromium-messages.mjs'
import { withTempFolder } from '../support/temp-folder'

const folder = withTempFolder()
const bus =
  '[943:1130/044013.990645:ERROR:dbus/bus.cc:405] Failed to connect to the bus: Failed to connect to socket /run/dbus/system_bus_socket: No such file or directory\n'
const proxy =
  '[943:1130/044014.475594:ERROR:dbus/object_proxy.cc:572] Failed to call method: org.freedesktop.DBus.NameHasOwner: object_path= /org/freedesktop/DBus: unknown error type: \n'
const ours = 'Postwright could not write its log: disk full\n'

test('what Chromium says of missing services is kept from the terminal, and stays in a file', async () => {
  const to = new PassThrough()
  const file = join(folder(), 'logs', 'chromium.log')
  // In chunks that end anywhere, as from a pipe.
  const pieces = [bus.slice(0, 40), bus.slice(40) + ours.slice(0, 5), `${ours.slice(5)}${proxy}no line end`]
  const from = Readable.from(pieces)
  passOn(from, to, file)
  from.on('end', () => to.end())
  expect(await text(to)).toBe(`${ours}no line end`)
  expect(readFileSync(file, 'utf8')).toBe(bus + proxy)
})

test.each([
  bus,
  proxy,
  '(node:14628) [SharpElectronLinux] Warning: Binaries provided by Electron for use on Linux may be incompatible with sharp - see https://sharp.pixelplumbing.com/install#electron-and-linux\n',
  '(Use `exe --trace-warnings ...` to show where the warning was created)\n',
])('%j is kept from the terminal', (line) => {
  expect(isHarmless(line)).toBe(true)
})

test.each([
  '(node:1) Warning: something else about sharp\n',
  '[1:2/3:ERROR:content/browser/network_service_instance_impl.cc:1] Network service crashed\n',
  'Error: ENOENT: no such file, open /x/dbus/bus.cc\n',
  '[1:2/3:FATAL:dbus/bus.cc:1] Check failed\n',
])('%j is shown', (line) => {
  expect(isHarmless(line)).toBe(false)
})
