import { app, WebContentsView } from 'electron'
import { z } from 'zod'
import { AppError } from '../../shared/app-error'
import { appOrigin, devServer } from '../security/permissions'
import type { DiagramPage } from './diagrams'

const answer = z.union([z.object({ svg: z.string() }), z.object({ problem: z.string() })])

/** Opens the page that draws diagrams: in no window, without a preload, and so without a way to call main. */
export const openDiagramPage = (): DiagramPage => {
  const view = new WebContentsView({
    webPreferences: { sandbox: true, contextIsolation: true, backgroundThrottling: false, spellcheck: false },
  })
  view.setBounds({ x: 0, y: 0, width: 1000, height: 800 })
  const contents = view.webContents
  return {
    ready: contents.loadURL(`${devServer() ?? appOrigin}/preview/diagram.html`),
    draw: async (source, dark) => {
      const drawn = answer.parse(await contents.executeJavaScript(`draw(${JSON.stringify(source)}, ${dark})`))
      if ('problem' in drawn) throw new AppError('failed', drawn.problem)
      return drawn.svg
    },
    busyMs: () => {
      if (contents.isDestroyed()) return null
      const id = contents.getOSProcessId()
      const seconds = app.getAppMetrics().find(({ pid }) => pid === id)?.cpu.cumulativeCPUUsage
      return seconds === undefined ? null : seconds * 1000
    },
    gone: new Promise((resolve) => {
      contents.once('render-process-gone', () => resolve())
      contents.once('destroyed', () => resolve())
    }),
    end: () => {
      if (contents.isDestroyed()) return
      contents.forcefullyCrashRenderer() // a page that is busy hears of nothing else
      view.webContents.close() // the view is held as long as its page: Electron destroys both when it is collected
    },
  }
}
