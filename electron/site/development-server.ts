import { join } from 'node:path'
import { generatorOf } from '../../shared/generators/generators'
import { loopbackOrigin } from '../../shared/site/loopback'
import { readSmallFile } from '../disk/read-small'
import { readPreferences } from './detect/preferences'
import type { Site } from './detect-site'

/** Where the development server of a site answers when it runs, and how it is started. */
export interface ServerOfSite {
  /** Null where nothing says it. */
  readonly origin: string | null
  /** The command to start it with; null where it is not known. */
  readonly start: string | null
  /** The command that shows drafts as well, where the other one does not. */
  readonly drafts: string | null
  /** The path that the server has the site at. */
  readonly basePath: string
}

type AskedSite = Pick<Site, 'root' | 'profile' | 'basePath' | 'serverPort'>

/**
 * The development server of a site: where the writer, else `postwright.json`, says that it is, else at the port of its
 * configuration, of the script that starts it, or of its generator.
 */
export const serverOfSite = async (site: AskedSite, given: string | undefined): Promise<ServerOfSite> => {
  const { server } = generatorOf(site.profile)
  const [preferences, script] = await Promise.all([readPreferences(site.root), scriptOf(site.root)])
  const said = loopbackOrigin(given ?? preferences.preview?.server ?? '')
  const port = site.serverPort ?? script?.port ?? server?.port
  return {
    origin: said ?? (server === null || port === undefined ? null : `http://localhost:${port}`),
    start: (server && script?.start) ?? server?.start ?? null,
    drafts: server?.drafts ?? null,
    basePath: server?.atTop === true ? '' : site.basePath,
  }
}

const scriptNames = ['dev', 'develop', 'docs:dev', 'start', 'serve', 'server']

interface Script {
  readonly start: string
  readonly port: number | undefined
}

/** The script of a package.json that starts a server, and the port it gives; null without one. */
const scriptOf = async (root: string): Promise<Script | null> => {
  const text = (await readSmallFile(join(root, 'package.json')).catch(() => null)) ?? '' // a site may have none
  const scripts = scriptsIn(text)
  const name = scriptNames.find((one) => typeof scripts[one] === 'string')
  if (name === undefined) return null
  const [, port] = /(?:--port[ =]|\s-p[ =]?|\bPORT=)(\d{2,5})\b/.exec(String(scripts[name])) ?? []
  return {
    start: name === 'start' ? 'npm start' : `npm run ${name}`,
    port: port === undefined || Number(port) > 65_535 ? undefined : Number(port),
  }
}

const scriptsIn = (text: string): Readonly<Record<string, unknown>> => {
  try {
    return Object(Object(JSON.parse(text)).scripts)
  } catch {
    return {} // no package.json, or one that is being written
  }
}
