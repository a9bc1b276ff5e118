import { join } from 'node:path'
import { generatorOf } from '../../shared/generators/generators'
import { loopbackOrigin } from '../../shared/site/loopback'
import { readSmallFile } from '../disk/read-small'
import { readPreferences } from './detect/preferences'
import type { Site } from './detect-site'

/** The address of a site's development server, and how to start it. */
export interface ServerOfSite {
  /** Null if unknown. */
  readonly origin: string | null
  /** The command that starts it; null if unknown. */
  readonly start: string | null
  /** The command that includes drafts, if `start` does not. */
  readonly drafts: string | null
  /** The path of the site on the server. */
  readonly basePath: string
}

type AskedSite = Pick<Site, 'root' | 'profile' | 'basePath' | 'serverPort'>

/**
 * The development server of a site: as set by the user or in `postwright.json`, otherwise at the port in the site's
 * configuration, in its start script, or its generator's default.
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

/** The script in package.json that starts a server, and its port; null if there is none. */
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
    return {} // package.json is missing or being written
  }
}
