import type { Values } from '../../configuration/read-data'
import type { AddressSettings } from '../shape/address-settings'
import {
  basePathOf,
  configured,
  folderInside,
  joined,
  mapOf,
  portAt,
  textOf,
  textsOf,
  whereaboutsOf,
} from '../shape/configured-values'
import type { Generator, ReadConfiguration } from '../shape/generator'
import { anyImageFolders } from '../shape/image-folders'
import { dependency, sharedFile } from '../shape/signs'

/** The address settings of a Hexo configuration. */
const hexoAddresses = (values: Values): AddressSettings => {
  const permalink = textOf(values, 'permalink')
  const newPostName = textOf(values, 'new_post_name')
  return {
    ...(permalink !== null && { permalinks: { '': permalink } }),
    ...(newPostName !== null && { newPostName }),
    ...(values.post_asset_folder === true && { assetFolders: true }),
    ...(linksAssets(values) && { linksAssets: true }),
  }
}

/** The renderer finds an image of the post by its name: `marked.postAsset`, `markdown.images.post_asset`. */
const linksAssets = (values: Values): boolean =>
  mapOf(values, 'marked').postAsset === true || mapOf(mapOf(values, 'markdown'), 'images').post_asset === true

const read = ({ values }: ReadConfiguration) => {
  const source = folderInside(textOf(values, 'source_dir'))
  const base = textOf(values, 'root')
  return configured({
    postsFolders: source === null ? undefined : [joined(source, '_posts')],
    publicFolders: source === null ? undefined : [source],
    assetFolders: values.post_asset_folder === true ? true : undefined,
    language: textsOf(values.language)[0],
    addresses: hexoAddresses(values),
    serverPort: portAt(mapOf(values, 'server'), 'port'),
    ...whereaboutsOf(textOf(values, 'url')),
    ...(base === null ? {} : { basePath: basePathOf(base) }),
  })
}

export const hexo: Generator = {
  id: 'hexo',
  name: 'Hexo',
  signs: [
    ...dependency('hexo'),
    sharedFile('_config.yml', 'source/_posts'),
    sharedFile('scaffolds', 'source/_posts'),
  ],
  redirects: { key: 'alias', packages: ['hexo-generator-alias'] },
  configuration: { files: ['_config.yml'], read },
  server: { port: 4000, start: 'npx hexo server', drafts: 'npx hexo server --draft' },
  folders: {
    posts: ['source/_posts', 'source'],
    drafts: ['_drafts'],
    public: ['source'],
    images: ['{dir}/{name}', 'source/images', 'source/img', ...anyImageFolders],
  },
  fileName: { dated: true },
  head: {
    draftWhenTrue: ['draft'],
    draftWhenFalse: ['published'],
    scheduledBy: [],
    forms: ['after-blank-line', 'long-fence', 'semicolons', 'without-opening'],
  },
  address: { permalink: '/{year}/{month}/{day}/{slug}/' },
  markdown: { preset: 'marked', moreMark: '<!-- more -->' },
  newPost: '{slug}.md',
  newImage: { folder: 'source/images/{slug}', reference: '/images/{slug}/{file}' },
  styles: ['source/css/style.css', 'source/css/main.css', 'source/css/custom.css'],
}
