import { basename, join } from 'node:path'
import { z } from 'zod'
import type { RecentFolder } from '../../shared/ipc/app-calls'
import { defaultSettings, settingsSchema } from '../../shared/settings'
import { type JsonFile, loadJson } from '../disk/json-file'

const windowBounds = z.object({
  x: z.number().int().optional(),
  y: z.number().int().optional(),
  width: z.number().int().min(400),
  height: z.number().int().min(300),
  maximized: z.boolean(),
})
export type WindowBounds = z.infer<typeof windowBounds>

const sessionSchema = z.object({
  recentFolders: z.array(z.string()),
  /** The folder that was open when the app was last used; null after closing it. */
  lastFolder: z.string().nullable(),
  /** The post that was open last, by folder. */
  lastPosts: z.record(z.string(), z.string()),
  window: windowBounds,
})
export type AppSession = z.infer<typeof sessionSchema>

const emptySession: AppSession = {
  recentFolders: [],
  lastFolder: null,
  lastPosts: {},
  window: { width: 1440, height: 900, maximized: false },
}

const recentLimit = 12

/** Settings and session, read from the user-data folder. */
export interface AppState {
  readonly settings: JsonFile<z.infer<typeof settingsSchema>>
  readonly session: JsonFile<AppSession>
  readonly notices: readonly string[]
}

/** Reads both files; unreadable values get their defaults, with a notice. */
export const loadAppState = async (userData: string): Promise<AppState> => {
  const settings = await loadJson(join(userData, 'settings.json'), settingsSchema, defaultSettings)
  const session = await loadJson(join(userData, 'session.json'), sessionSchema, emptySession)
  const notices = [settings.notice, session.notice].filter((notice) => notice !== null)
  return { settings: settings.file, session: session.file, notices }
}

/** The recent folders as the welcome page shows them, newest first. */
export const recentFolders = (session: AppSession): RecentFolder[] =>
  session.recentFolders.map((path) => ({ path, name: basename(path) }))

/** The session with this folder open and first among the recent folders. */
export const withFolder = (session: AppSession, path: string): AppSession => ({
  ...session,
  lastFolder: path,
  recentFolders: [path, ...session.recentFolders.filter((known) => known !== path)].slice(0, recentLimit),
})
