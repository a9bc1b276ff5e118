import { execFileSync } from 'node:child_process'
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cliIn } from '../../support/cli'
import { makePng } from '../../support/make-png'
import { photo, seen, upright } from '../../support/photos'
import { withTempFolder } from '../../support/temp-folder'
import { writeSite } from '../../support/write-site'

const folder = withTempFolder()

const cli = cliIn(folder)

const blog = () =>
  writeSite(folder(), {
    'package.json': '{ "dependencies": { "next": "15" } }',
    'posts/trip.md': '---\ntitle: Trip\nimage: /cover.png\n---\n\n![](/harbour.png)\n\n![x](/gone.png)\n',
    'posts/other.md': '---\ntitle: Other\n---\n\n![Also](/harbour.png) ![gone](/gone.png)\n',
    'public/harbour.png': makePng(30, 20, [30, 90, 160]),
    'public/cover.png': makePng(40, 20, [30, 90, 160]),
    'public/copy.png': makePng(40, 20, [30, 90, 160]),
    'public/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'components/header.tsx': 'export const Header = () => <img src="/logo.svg" />',
  })

describe('postwright images', () => {
  test('one line an image: pixels, weight, where it is shown', async () => {
    await blog()
    const { code, out, err } = await cli('images')
    const bytes = async (name: string) => (await readFile(join(folder(), 'public', name))).byteLength
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out.split('\n')).toEqual([
      `public/copy.png\t40 × 20\t${await bytes('copy.png')} bytes\tunused`,
      `public/cover.png\t40 × 20\t${await bytes('cover.png')} bytes\ttrip.md:3`,
      `public/harbour.png\t30 × 20\t${await bytes('harbour.png')} bytes\tother.md:5\ttrip.md:6`,
      `public/logo.svg\t\t${await bytes('logo.svg')} bytes\tcomponents/header.tsx`,
    ])
  })

  test.each([
    [['--unused'], ['public/copy.png']],
    [['--same'], ['public/copy.png', 'public/cover.png']],
    [['--same', '--unused'], ['public/copy.png']],
    [['--no-alt'], ['public/harbour.png']],
    [['--heavy'], []],
  ])('%s', async (options, paths) => {
    await blog()
    const { out } = await cli('images', 'posts', '--json', ...options)
    expect(JSON.parse(out).map(({ path }: { path: string }) => path)).toEqual(paths)
  })

  test('--missing lists what is not there with its places', async () => {
    await blog()
    expect(await cli('images', '.', '--missing')).toEqual({
      code: 0,
      out: '/gone.png\tother.md:5\ttrip.md:8',
      err: '',
    })
    expect(await cli('images', '--missing', '--unused')).toMatchObject({ code: 2 })
    expect(await cli('images', 'nowhere')).toMatchObject({ code: 2 })
  })
})

describe('postwright import-image', () => {
  const kept = (name: string) => readFile(join(folder(), 'public', name))

  test('copies images to where those of the post are, upright, without their place, and says what to write', async () => {
    await blog()
    await writeFile(join(folder(), 'My Photo.jpg'), await photo({ isTurned: true }))
    const { code, out, err } = await cli('import-image', 'posts/trip.md', 'My Photo.jpg')
    expect({ code, out, err }).toEqual({
      code: 0,
      out: 'My Photo.jpg\t/my-photo.jpg\tpublic/my-photo.jpg',
      err: '',
    })
    expect((await seen(await kept('my-photo.jpg'))).colours).toEqual(upright)
    expect((await kept('my-photo.jpg')).toString('latin1')).not.toMatch(/GPS|S-12345/)
    // Importing the same image again uses the same file.
    const again = JSON.parse((await cli('import-image', 'posts/trip.md', 'My Photo.jpg', '--json')).out)
    expect(again).toMatchObject([{ path: 'public/my-photo.jpg', isNew: false }])
  })

  test('large ones are changed as postwright.json says, and above that the options', async () => {
    await blog()
    await writeFile(join(folder(), 'postwright.json'), '{ "images": { "width": 800, "format": "webp" } }')
    await writeFile(join(folder(), 'large.jpg'), await photo({ width: 3000, height: 2000 }))
    await writeFile(join(folder(), 'small.jpg'), await photo({ width: 300, height: 200 }))
    await cli('import-image', 'posts/trip.md', 'large.jpg', 'small.jpg')
    expect(await seen(await kept('large.webp'))).toMatchObject({ width: 800 })
    expect(await seen(await kept('small.jpg'))).toMatchObject({ width: 300 })
    await cli('import-image', 'posts/trip.md', 'large.jpg', '--width', '640', '--format=keep')
    expect(await seen(await kept('large.jpg'))).toMatchObject({ width: 640 })
  })

  test('what is no image is refused, and the others are taken', async () => {
    await blog()
    await writeFile(join(folder(), 'evil.png'), '<script>')
    const { code, err } = await cli(
      'import-image',
      'posts/trip.md',
      'evil.png',
      'none.png',
      'public/copy.png',
    )
    expect(code).toBe(1)
    expect(err).toMatch(/evil\.png is not an image[\s\S]*none\.png/)
    expect(await cli('import-image', 'posts/trip.md')).toMatchObject({ code: 2 })
    expect(await cli('import-image', 'x.png', 'posts/trip.md')).toMatchObject({ code: 2 })
    expect(await cli('import-image', 'posts/trip.md', 'x.png', '--width', 'wide')).toMatchObject({ code: 2 })
  })

  test.skipIf(process.platform === 'win32')(
    'what is no file is refused, without waiting for it',
    async () => {
      await blog()
      await mkdir(join(folder(), 'folder.png'))
      execFileSync('mkfifo', [join(folder(), 'pipe.png')])
      await symlink('/dev/zero', join(folder(), 'endless.png'))
      await symlink(join(folder(), 'loop.png'), join(folder(), 'loop.png'))
      const names = [
        'folder.png',
        'pipe.png',
        'endless.png',
        'loop.png',
        '/etc/passwd',
        '../../../../etc/passwd',
      ]
      const { code, out, err } = await cli('import-image', 'posts/trip.md', ...names)
      expect({ code, out }).toEqual({ code: 1, out: '' })
      for (const name of names) expect(err).toContain(`${name}: `)
    },
  )
})
