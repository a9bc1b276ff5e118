import { expect, test } from 'vitest'
import { findImage, type SiteFiles } from '../../../../shared/checks/site/find-image'
import { folderListing } from '../../../../shared/checks/site/folder-listing'
import { plainSite } from '../../../support/open-library'

const site = {
  ...plainSite('posts', 'next'),
  postsFolder: 'posts',
  publicFolders: ['public'],
  imageFolders: ['public/images/{slug}', '{dir}'],
}
const filesOf = (folders: Readonly<Record<string, readonly string[]>>) => {
  const asked: string[] = []
  const files: SiteFiles = {
    names: (folder) => {
      asked.push(folder)
      const names = folders[folder]
      return names ? folderListing(names) : null
    },
    size: (path) =>
      folders[path.slice(0, path.lastIndexOf('/'))]?.includes(path.slice(path.lastIndexOf('/') + 1))
        ? 7
        : null,
  }
  return { files, asked }
}
const found = (reference: string, id: string, folders: Readonly<Record<string, readonly string[]>>) =>
  findImage(reference, { id, slug: id.replace(/^.*\/|\.md$/g, '') }, site, filesOf(folders).files)

test('the images of posts in turn are looked for in the folders of each', () => {
  const folders = { 'public/images/one': ['a.png'], 'public/images/two': ['a.png'], posts: ['b.png'] }
  expect(found('a.png', 'one.md', folders).path).toBe('public/images/one/a.png')
  expect(found('a.png', 'two.md', folders).path).toBe('public/images/two/a.png')
  expect(found('b.png', 'two.md', folders).path).toBe('posts/b.png')
  expect(found('a.png', 'sub/one.md', folders).path).toBe('public/images/one/a.png')
  expect(found('a.png', 'three.md', folders).path).toBeNull()
})

test('an image in other letter case, a similar one and one in no folder', () => {
  const folders = {
    '': ['public'],
    public: ['images', 'logo.png'],
    'public/images': ['one'],
    'public/images/one': ['Photo.png'],
  }
  expect(found('photo.png', 'one.md', folders)).toMatchObject({
    path: 'public/images/one/Photo.png',
    spelledOtherwise: true,
  })
  expect(found('/logo.jpg', 'one.md', folders).near).toEqual({ path: 'public/logo.png', name: 'logo.png' })
  expect(found('other.png', 'two.md', {})).toMatchObject({
    path: null,
    near: null,
    folder: 'public/images/two',
  })
})

test('a missing image asks for the names in each folder once', () => {
  const { files, asked } = filesOf({ posts: ['x.md'], 'public/images/one': ['z.md'] })
  findImage(
    'none.png',
    { id: 'one.md', slug: 'one' },
    site,
    files,
    new Map([
      ['public/images/one', null],
      ['posts', null],
      ['public', null],
    ]),
  )
  expect(asked.filter((folder) => folder === 'public/images/one')).toHaveLength(1)
})
