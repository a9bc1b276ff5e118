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
 * The development server of a site: as set by the user or in `postwright.json`, otherwise at the port in its start
 * script, in the site's configuration, or its generator's default.
 */
export const serverOfSite = async (site: AskedSite, given: string | undefined): Promise<ServerOfSite> => {
  const { server } = generatorOf(site.profile)
  const [preferences, script] = await Promise.all([readPreferences(site.root), scriptOf(site.root)])
  const said = loopbackOrigin(given ?? preferences.preview?.server ?? '')
  const port = script?.port ?? site.serverPort ?? server?.port // an option of the command overrides the configuration
  return {
    origin: said ?? (server === null || port === undefined ? null : `http://localhost:${port}`),
    start: (server && script?.start) ?? server?.start ?? null,
    drafts: server?.drafts ?? null,
    basePath: server?.atTop === true ? '' : site.basePath,
  }
}

const scriptNames = ['dev', 'develop', 'docs:dev', 'start', 'serve', 'server']
/** How many scripts may call one another: `"dev": "npm run serve"`. */
const deepest = 4

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
  return { start: name === 'start' ? 'npm start' : `npm run ${name}`, port: portIn(scripts, name, 0) }
}

const portIn = (
  scripts: Readonly<Record<string, unknown>>,
  name: string,
  depth: number,
): number | undefined => {
  const command = String((Object.hasOwn(scripts, name) && scripts[name]) || '').slice(0, 2000)
  const [, written] = /(?:--port(?:=|\s+)|\s-p(?:=|\s*)|\bPORT=)["']?(\d{2,5})\b/.exec(command) ?? []
  if (written !== undefined) return Number(written) > 65_535 ? undefined : Number(written)
  if (depth === deepest) return undefined
  const others = [...command.matchAll(/\b(?:npm|pnpm|yarn|bun)\s+(?:run\s+)?([\w:.-]+)/g)]
  return others.map(([, other = '']) => portIn(scripts, other, depth + 1)).find((port) => port !== undefined)
}

const scriptsIn = (text: string): Readonly<Record<string, unknown>> => {
  try {
    return Object(Object(JSON.parse(text)).scripts)
  } catch {
    return {} // package.json is missing or being written
  }
}
