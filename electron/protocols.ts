import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { protocol } from 'electron'
import { messageOf } from '../shared/app-error'
import { contentSecurityPolicy, previewContentSecurityPolicy } from './content-security-policy'
import { appOrigin } from './security'

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
}

// Those that the pages ask for: any number would let a page fill the disk with pictures of one image.
const widths = [88]

/** Answers a request for an image of the open site. */
export type AssetResponder = (
  post: string,
  reference: string,
  ifNoneMatch: string | null,
  /** About this many pixels are enough. */
  width: number | null,
) => Promise<Response>

/** Must run before the app is ready: standard schemes get an origin, relative addresses and code caching. */
export const registerSchemes = (): void => {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    { scheme: 'asset', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ])
}

/** `app:` serves the built pages from `folder` and nothing else; `asset:` serves images of the open site. */
export const handleProtocols = (folder: string, respond: AssetResponder): void => {
  protocol.handle('app', (request) => servePage(folder, request.url))
  protocol.handle('asset', (request) => serveAsset(request, respond))
}

const servePage = async (folder: string, url: string): Promise<Response> => {
  if (!url.startsWith(`${appOrigin}/`)) return refuse(404)
  const path = normalize(join(folder, decodeURIComponent(new URL(url).pathname)))
  if (!path.startsWith(folder + sep)) return refuse(403)
  const type = contentTypes[extname(path)]
  if (!type) return refuse(404)
  try {
    const bytes = new Uint8Array(await readFile(path))
    return new Response(bytes, { headers: pageHeaders(path, type) })
  } catch (error) {
    return new Response(messageOf(error), { status: 404 })
  }
}

const pageHeaders = (path: string, type: string): Record<string, string> => {
  const headers: Record<string, string> = { 'content-type': type, 'x-content-type-options': 'nosniff' }
  if (path.endsWith('.html')) {
    headers['content-security-policy'] = path.endsWith('preview.html')
      ? previewContentSecurityPolicy
      : contentSecurityPolicy
  }
  return headers
}

const serveAsset = async (request: Request, respond: AssetResponder): Promise<Response> => {
  const url = new URL(request.url)
  const reference = url.searchParams.get('ref')
  if (url.host !== 'site' || reference === null) return refuse(404)
  try {
    const post = decodeURIComponent(url.pathname.slice(1))
    const width = Number(url.searchParams.get('width'))
    const small = widths.includes(width) ? width : null
    return await respond(post, reference, request.headers.get('if-none-match'), small)
  } catch (error) {
    return new Response(messageOf(error), { status: 404 })
  }
}

const refuse = (status: number): Response => new Response(null, { status })
