import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { protocol } from 'electron'
import { messageOf } from '../../shared/app-error'
import { isMissing } from '../disk/calls/codes'
import { contentSecurityPolicy, previewContentSecurityPolicy } from './content-security-policy'
import { appOrigin, pageOrigin } from './permissions'

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

// The widths that the pages use: arbitrary widths would let a page fill the disk with thumbnails of one image.
const widths = [88, 208, 416]

/** Answer requests for files of the open site. */
export interface AssetResponders {
  readonly image: (
    post: string,
    reference: string,
    ifNoneMatch: string | null,
    /** The requested width in pixels. */
    width: number | null,
  ) => Promise<Response>
  /** An image by its path in the site. */
  readonly siteImage: (path: string, ifNoneMatch: string | null, width: number | null) => Promise<Response>
  /** An image or a font that a style sheet of the site refers to. */
  readonly styleAsset: (style: string, reference: string, ifNoneMatch: string | null) => Promise<Response>
}

/** Must run before the app is ready: standard schemes get an origin, relative addresses and code caching. */
export const registerSchemes = (): void => {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    {
      scheme: 'asset', // fonts need CORS
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, corsEnabled: true },
    },
  ])
}

/** `app:` serves the built pages from `folder` and nothing else; `asset:` serves images and fonts of the open site. */
export const handleProtocols = (
  folder: string,
  responders: AssetResponders,
  note: (message: string) => void,
): void => {
  protocol.handle('app', (request) =>
    servePage(folder, request.url).catch((error) => fail(request, error, note)),
  )
  protocol.handle('asset', (request) =>
    serveAsset(request, responders).catch((error) => fail(request, error, note)),
  )
}

/** An unexpected error is not a missing file: the page gets a 500, and the log the reason. */
const fail = ({ url }: Request, error: unknown, note: (message: string) => void): Response => {
  note(`${url} could not be answered: ${messageOf(error)}`)
  return refuse(error instanceof URIError ? 400 : 500)
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
    if (isMissing(error)) return refuse(404)
    throw error
  }
}

const pageHeaders = (path: string, type: string): Record<string, string> => {
  const headers: Record<string, string> = { 'content-type': type, 'x-content-type-options': 'nosniff' }
  if (path.endsWith('.html')) {
    headers['content-security-policy'] = path.endsWith('preview.html')
      ? previewContentSecurityPolicy(path.endsWith('remote-preview.html'))
      : contentSecurityPolicy
  }
  return headers
}

const serveAsset = async (request: Request, responders: AssetResponders): Promise<Response> => {
  const url = new URL(request.url)
  const reference = url.searchParams.get('ref')
  if (reference === null) return refuse(404)
  const ifNoneMatch = request.headers.get('if-none-match')
  const owner = decodeURIComponent(url.pathname.slice(1))
  if (url.host === 'style') {
    const answer = await responders.styleAsset(owner, reference, ifNoneMatch)
    answer.headers.set('access-control-allow-origin', pageOrigin())
    return answer
  }
  const requested = Number(url.searchParams.get('width'))
  const width = widths.includes(requested) ? requested : null
  if (url.host === 'image') return responders.siteImage(owner, ifNoneMatch, width)
  if (url.host !== 'site') return refuse(404)
  return responders.image(owner, reference, ifNoneMatch, width)
}

const refuse = (status: number): Response => new Response(null, { status })
