import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'

/** The dead links of a built site, as `page target`; links to other sites are ignored. */
export const deadLinks = (folder: string, origin: string, base = ''): readonly string[] =>
  linksOf(folder, origin, base)
    .filter(({ target }) => fileAt(folder, target) === null)
    .map(({ page, target }) => `${page} ${target}`)
    .sort()

/** The links between marked pages, as `mark → mark`. */
export const meantBy = (folder: string, origin: string, base = ''): readonly string[] => {
  const markIn = (path: string) => /MARK(\w+?)MARK/.exec(readFileSync(join(folder, path), 'utf8'))?.[1]
  const links = linksOf(folder, origin, base).flatMap(({ page, target }) => {
    const file = fileAt(folder, target)
    const [from, to] = [markIn(page), file?.endsWith('.html') ? markIn(file) : undefined]
    return from && to ? `${from} → ${to}` : []
  })
  return [...new Set(links)].sort()
}

const linksOf = (
  folder: string,
  origin: string,
  base: string,
): readonly { readonly page: string; readonly target: string }[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.html') && !/(?:^|\/)404\.html$/.test(path))
    .flatMap((path) => {
      const page = `/${path}`
      // Scripts may contain the page once more as data.
      const text = readFileSync(join(folder, path), 'utf8').replace(/<script\b[\s\S]*?<\/script>/g, '')
      return Array.from(text.matchAll(/\b(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/g), (match) => {
        const written = (match[1] ?? match[2] ?? match[3] ?? '').replaceAll('&amp;', '&').replace(origin, '')
        return { page, target: pathFrom(page, written, base) }
      }).filter((link): link is { page: string; target: string } => link.target !== null)
    })

const pathFrom = (page: string, written: string, base: string): string | null => {
  if (written === '' || /^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(written)) return null
  const path = decodeURIComponent(written.replace(/[?#].*$/s, ''))
  if (!path.startsWith('/')) return posix.join(posix.dirname(page), path)
  return path === base || path.startsWith(`${base}/`) ? path.slice(base.length) || '/' : path
}

const fileAt = (folder: string, target: string): string | null =>
  [target, `${target}/index.html`, `${target}.html`].find((path) => {
    const full = join(folder, path)
    return existsSync(full) && statSync(full).isFile()
  }) ?? null
