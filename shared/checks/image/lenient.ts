import { decodedUri } from '../../base/decoded-uri'
import { habitsOf } from '../../generators/generators'
import { aliasedPaths } from '../../site/path-alias'
import { filePart, folderOf, joinPath, nameWithoutExtension } from '../../site/post-path'
import { referenceTo } from '../../site/reference-to'
import { folderForPost } from '../../site/resolve-asset'
import { t } from '../../texts/translate'
import { addressChange } from '../findings/write-address'
import type { SiteCheck } from '../site/check'
import type { CheckSite } from '../site/check-site'
import type { PostRecord } from '../site/post-record'
import { withoutSiteTags } from '../site/site-tags'
import { isOfSite } from './missing'

/** Images that the editor finds but the generator does not. */
export const imageLenient: SiteCheck = {
  name: 'image-lenient',
  severity: 'warning',
  about: t('checks.aboutLenient'),
  inSite: (post, site) =>
    post.images.flatMap((image) => {
      if (!isOfSite(image.target) || image.isOfTemplate || image.kind === 'hexo-asset') return []
      const { path, spelledOtherwise } = site.image(image.target, post)
      if (path === null || spelledOtherwise || isByRule(image.target, path, post, site)) return []
      const { from, to, line, column } = image
      const better = referenceTo(site.layout, post.id, post.slug, path, site.usesOwnFolders())
      const helps = better !== image.target && isByRule(better, path, post, site)
      return [
        {
          from,
          to,
          line,
          column,
          message: t('checks.siteNotFinds', { target: image.target }),
          detail: helps ? t('checks.fileIs', { path }) : t('checks.fileIsElsewhere', { path }),
          fixes: helps
            ? [{ label: t('checks.use', { value: better }), changes: [addressChange(image, better)] }]
            : [],
        },
      ]
    }),
}

/** Whether the generator itself resolves the reference to the file. */
const isByRule = (reference: string, path: string, post: PostRecord, site: CheckSite): boolean => {
  const { layout } = site
  if (layout.profile === 'plain' || layout.profile === 'gridea') return true
  const own = ownFolder(post, site)
  const plain = withoutSiteTags(reference).replace(/[?#].*$/s, '')
  if (namesPublicFolder(plain, path, site)) return false
  if (plain.startsWith('/'))
    return isServed(path, site) && !(own !== null && site.usesOwnFolders() && folderOf(path) !== own)
  if (/^(?:[@~$]|pathname:)/.test(plain) || aliasedPaths(plain, layout, true)?.includes(path)) return true
  if (layout.addresses?.linksAssets && path === joinPath(site.posts.map.folderOfFiles(post.page.path), plain))
    return true
  if (own !== null && (path.startsWith(`${own}/`) || same(joinPath(own, plain), path))) return true
  const dir = joinPath(layout.postsFolder, folderOf(post.id)) ?? ''
  const isBeside = same(joinPath(dir, plain), path)
  if (isBeside) return isServedBeside(post, site)
  return inAddress(post, plain).some((address) =>
    [...layout.publicFolders, ...contentFolders(site)].some((folder) =>
      same(joinPath(folder, address), path),
    ),
  )
}

/** Whether a reference spells out the public folder, which is not part of an address: `/static/a.png`. */
const namesPublicFolder = (plain: string, path: string, { layout }: CheckSite): boolean =>
  same(joinPath(plain), path) &&
  layout.publicFolders.some((folder) => folder !== '.' && path.startsWith(`${folder}/`)) &&
  !layout.publicFolders.some((folder) => same(joinPath(folder, plain), path))

/**
 * Folders whose files besides pages Hugo and Zola publish at their path; Hugo omits language names from it.
 */
const contentFolders = ({ layout }: CheckSite): readonly string[] =>
  layout.profile === 'hugo' || layout.profile === 'zola'
    ? (layout.addresses?.content?.map(({ folder }) => folder) ?? ['content'])
    : []

const isServed = (path: string, { layout }: CheckSite): boolean =>
  layout.publicFolders.some((folder) => folder === '.' || path.startsWith(`${folder}/`))

/** The image folder of a post, if a bare file name is enough to refer to an image in it. */
const ownFolder = (post: PostRecord, { layout }: CheckSite): string | null => {
  const { folder, reference } = habitsOf(layout).newImage
  return reference === '{file}' ? folderForPost(folder, post.id, post.slug, layout) : null
}

// Hugo publishes the files of a page bundle, Jekyll none in _posts, Hexo only a folder named like the post.
const isServedBeside = (post: PostRecord, { layout }: CheckSite): boolean => {
  if (layout.profile === 'hugo')
    return /^_?index(?:\.[\w-]+)?$/i.test(nameWithoutExtension(filePart(post.id)))
  return (
    layout.profile !== 'jekyll' ||
    !/(?:^|\/)_(?:posts|drafts)(?:\/|$)/.test(`${layout.postsFolder}/${post.id}`)
  )
}

const inAddress = ({ address }: PostRecord, plain: string): readonly string[] =>
  address === null
    ? [plain]
    : [joinPath(address, plain), joinPath(folderOf(address), plain), plain].filter((path) => path !== null)

const same = (a: string | null, b: string): boolean =>
  a !== null && decodedUri(a).normalize('NFC') === b.normalize('NFC')
