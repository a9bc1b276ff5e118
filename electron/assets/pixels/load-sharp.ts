import { createRequire, Module } from 'node:module'
import type Sharp from 'sharp'
import { once } from '../../../shared/base/once'
import { codeOf } from '../../disk/calls/codes'

/** Only formats that browsers show are decoded; libvips knows many more, and some of them can run programs. */
const loaders = [
  'VipsForeignLoadJpegBuffer',
  'VipsForeignLoadJpegFile',
  'VipsForeignLoadPngBuffer',
  'VipsForeignLoadPngFile',
  'VipsForeignLoadWebpBuffer',
  'VipsForeignLoadWebpFile',
  'VipsForeignLoadNsgifBuffer',
  'VipsForeignLoadNsgifFile',
  'VipsForeignLoadHeifBuffer',
  'VipsForeignLoadHeifFile',
]

const load = async (): Promise<typeof Sharp> => {
  if (process.platform === 'linux' && process.versions.electron !== undefined) takeWebAssembly()
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  sharp.concurrency(2)
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: loaders })
  return sharp
}

/** The image decoder, loaded on first use; it caches nothing between images. */
export const loadSharp = once(load)

/**
 * On Linux, Electron is linked with the system's GLib, and libvips has its own with the same symbols: the process crashes
 * at some image without an error. The WebAssembly build shares nothing, so it replaces the native one.
 */
const takeWebAssembly = (): void => {
  const require = createRequire(import.meta.url)
  for (const libc of ['linux', 'linuxmusl']) {
    const native = resolved(require, `@img/sharp-${libc}-${process.arch}/sharp.node`)
    if (native === null) continue
    const exports = { ...require('@img/sharp-wasm32/sharp.node'), _isUsingX64V2: () => true }
    const known = new Module(native)
    require.cache[native] = Object.assign(known, { filename: native, loaded: true, exports })
  }
}

const resolved = (require: NodeJS.Require, name: string): string | null => {
  try {
    return require.resolve(name)
  } catch (error) {
    if (codeOf(error) === 'MODULE_NOT_FOUND') return null // not installed: sharp then uses WebAssembly anyway
    throw error
  }
}

/** More pixels than today's cameras produce; an image that claims more is not decoded. */
export const maxPixels = 210_000_000
