import { app, WebContentsView } from 'electron'
import { z } from 'zod'
import { AppError } from '../../shared/app-error'
import { appOrigin, devServer } from '../security/permissions'
import type { DiagramPage } from './diagrams'

const answer = z.union([z.object({ svg: z.string() }), z.object({ problem: z.string() })])

/** Opens the page that draws diagrams: without a window or a preload, so it cannot call the main process. */
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
      contents.forcefullyCrashRenderer() // a busy page reacts to nothing else
      view.webContents.close() // the view is referenced as long as its page: Electron destroys both when it is collected
    },
  }
}
