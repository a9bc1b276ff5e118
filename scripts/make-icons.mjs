// Draws assets/icon.svg in every size and container the three platforms ask for. Run it after a change of the
// drawing: <electron> --no-sandbox scripts/make-icons.mjs (it opens no window, but needs a display on Linux).
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, BrowserWindow } from 'electron'
import { icns, ico } from './icon-files.mjs'

const assets = fileURLToPath(new URL('../assets', import.meta.url))

/** Draws a square picture in a page's canvas, which keeps its transparency.
 * @param {BrowserWindow} window
 * @param {string} svg
 * @param {number} size
 */
const draw = async (window, svg, size) => {
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
  /** @type {string} */
  const png = await window.webContents.executeJavaScript(`(async () => {
    const image = Object.assign(new Image(${size}, ${size}), { src: ${JSON.stringify(source)} })
    await image.decode()
    const canvas = Object.assign(document.createElement('canvas'), { width: ${size}, height: ${size} })
    canvas.getContext('2d').drawImage(image, 0, 0, ${size}, ${size})
    return canvas.toDataURL('image/png')
  })()`)
  return Buffer.from(png.slice(png.indexOf(',') + 1), 'base64')
}

const makeIcons = async () => {
  const window = new BrowserWindow({ show: false })
  await window.loadURL('data:text/html,<title>icons</title>')
  const svg = readFileSync(join(assets, 'icon.svg'), 'utf8')
  /** @type {Map<number, Buffer>} */
  const pictures = new Map()
  for (const size of [16, 24, 32, 48, 64, 128, 256, 512, 1024])
    pictures.set(size, await draw(window, svg, size))

  mkdirSync(join(assets, 'icons'), { recursive: true })
  for (const [size, png] of pictures) {
    if (size <= 512) writeFileSync(join(assets, 'icons', `${size}x${size}.png`), png)
    if (size === 1024) writeFileSync(join(assets, 'icon.png'), png)
  }
  writeFileSync(join(assets, 'icon.ico'), ico(pictures))
  writeFileSync(join(assets, 'icon.icns'), icns(pictures))
  app.quit()
}

// Not awaited at the top: Electron becomes ready only after this module has run.
app.whenReady().then(makeIcons)
