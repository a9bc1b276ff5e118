import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

/** Links of a built site, as `page target`, that lead to nothing; addresses outside of it are left out. */
export const deadLinks = (folder: string, origin: string): readonly string[] => {
  const dead: string[] = []
  for (const { page, target } of linksOf(folder, origin))
    if (!isThere(folder, target)) dead.push(`${page} ${target}`)
  return dead.sort()
}

/** All links inside a built site. */
export const linksOf = (
  folder: string,
  origin: string,
): readonly { readonly page: string; readonly target: string }[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.html'))
    .flatMap((path) => {
      const page = `/${path}`
      const text = readFileSync(join(folder, path), 'utf8')
      return Array.from(text.matchAll(/\b(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/g), (match) => {
        const written = (match[1] ?? match[2] ?? match[3] ?? '').replaceAll('&amp;', '&').replace(origin, '')
        return { page, target: pathFrom(page, written) }
      }).filter((link): link is { page: string; target: string } => link.target !== null)
    })

const pathFrom = (page: string, written: string): string | null => {
  if (written === '' || /^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(written)) return null
  const path = decodeURIComponent(written.replace(/[?#].*$/s, ''))
  return path.startsWith('/') ? path : posix.join(posix.dirname(page), path)
}

const isThere = (folder: string, target: string): boolean =>
  [target, `${target}/index.html`, `${target}.html`].some((path) => {
    const full = join(folder, path)
    return (
      existsSync(full) && (path !== target || !target.endsWith('/') || existsSync(join(full, 'index.html')))
    )
  })
