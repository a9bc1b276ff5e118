import { filePart, folderOf, isMarkdownName, nameWithoutExtension, relativePath } from '../../site/post-path'
import { logicalPath } from '../by-generator/hugo'
import { rulesOf } from '../by-generator/rules-of'
import { foldersOfRef } from '../meaning/named-pages'
import type { SitePath } from '../rules/page'
import type { Respelling } from './respelling'

/** The possible names of a page or file in a tag or wiki link, in the form of the current name. */
export function* spelledNames(asked: Respelling, plain: string): Generator<string> {
  const { reference, path, place, map } = asked
  const [, to] = path
  const { site } = map[1]
  switch (reference.kind) {
    case 'hugo-ref':
      yield* hugoNames(asked, plain)
      return
    case 'jekyll-post': {
      const [, above = '', below = ''] = /^(?:(.+)\/)?_posts\/(.+)$/.exec(nameWithoutExtension(to)) ?? []
      const slash = plain.startsWith('/') ? '/' : ''
      yield `${slash}${below}`
      if (above !== '') yield `${slash}${above}/${below}`
      return
    }
    case 'jekyll-link':
      for (const source of site.publicFolders.length > 0 ? site.publicFolders : ['.'])
        if (source === '.' || to.startsWith(`${source}/`))
          yield (plain.startsWith('/') ? '/' : '') + (source === '.' ? to : to.slice(source.length + 1))
      return
    case 'hexo-post':
      yield rulesOf(site).slugOf(to, site)
      return
    case 'hexo-asset':
      yield relativePath(place[1].path.replace(/\.[^./]+$/, ''), to)
      return
    case 'wiki':
    case 'name':
      yield* wikiNames(plain, to)
      return
  }
}

function* hugoNames({ path, place, map }: Respelling, plain: string): Generator<string> {
  const [, to] = path
  const logical = logicalPath(to, map[1].site)
  if (logical === null) return
  const asFile = isMarkdownName(plain)
  // `old/index.md` names the file of a bundle, `old` and `old.md` name the bundle.
  const file = fileNamed(plain, to, logical, map[1].site.addresses?.languages ?? [])
  const whole = asFile ? file : logical
  if (plain.startsWith('/')) {
    yield whole
    return
  }
  const parts = whole.slice(1).split('/')
  if (!plain.startsWith('.')) {
    const size = plain.split('/').length
    yield parts.slice(-size).join('/')
    if (size > parts.length) yield parts.join('/')
  }
  for (const folder of foldersOfRef(place[1], map[1]).toReversed()) {
    const way = relativePath(folder, whole)
    if (plain.startsWith('.')) yield way.startsWith('.') ? way : `./${way}`
    else if (!way.startsWith('.')) yield way
  }
  for (let size = 1; size <= parts.length; size++) yield parts.slice(-size).join('/')
  yield whole
}

const fileNamed = (plain: string, to: SitePath, logical: string, languages: readonly string[]): string => {
  const name = filePart(to)
  const index = /^(_?index)(?:\.[\w-]+)?(\.\w+)$/.exec(name)
  if (index)
    return /(?:^|\/)_?index(?:\.[\w-]+)?\.\w+$/.test(plain)
      ? `${logical}/${index[1]}${index[2]}`
      : `${logical}${index[2]}`
  const marked = languages.find((language) => nameWithoutExtension(plain).endsWith(`.${language}`))
  const extension = /\.\w+$/.exec(name)?.[0] ?? '.md'
  return `${logical}${marked === undefined ? '' : `.${marked}`}${extension}`
}

function* wikiNames(plain: string, to: SitePath): Generator<string> {
  const name = isMarkdownName(to) && !isMarkdownName(plain) ? nameWithoutExtension(to) : to
  const parts = name.split('/')
  const size = plain.split('/').length
  yield parts.slice(-size).join('/')
  for (let count = size + 1; count <= parts.length; count++) yield parts.slice(-count).join('/')
  yield `${folderOf(name)}/${filePart(name)}`.replace(/^\//, '')
}
