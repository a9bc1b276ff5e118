import { mkdir, readdir, symlink } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { planImageMove } from '../../../electron/assets/changes/move-image'
import { planReplacedImage } from '../../../electron/assets/changes/replace-image'
import { planTrashedImages } from '../../../electron/assets/changes/trash-images'
import { importAsset } from '../../../electron/assets/import-asset'
import { lookAtImage } from '../../../electron/assets/pixels/look-at-image'
import { detectSite } from '../../../electron/site/detect-site'
import { findAsset } from '../../../electron/site/find-asset'
import { AppError } from '../../../shared/app-error'
import { makePng } from '../../support/make-png'
import { withTempSites } from '../../support/temp-site'

const tempSite = withTempSites()
const bytesOf = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'

/** A WebP whose canvas has this size. */
const claimingWebp = (width: number, height: number) => {
  const bytes = Buffer.alloc(30)
  bytes.write('RIFF', 0)
  bytes.writeUInt32LE(22, 4)
  bytes.write('WEBPVP8X', 8)
  bytes.writeUInt32LE(10, 16)
  bytes.writeUIntLE(width - 1, 24, 3)
  bytes.writeUIntLE(height - 1, 27, 3)
  return new Uint8Array(bytes)
}

const disguised: readonly (readonly [string, string, Uint8Array])[] = [
  ['a page', 'a.png', bytesOf('<!doctype html><script>alert(1)</script>')],
  ['a page with a mark before it', 'a.gif', bytesOf('\xef\xbb\xbf  <HTML><body onload=x()>')],
  ['a drawing', 'a.jpg', bytesOf(svg)],
  ['a drawing behind a comment', 'a.png', bytesOf(`<!-- x --><?xml version="1.0"?>${svg}`)],
  ['a compressed drawing', 'a.png', new Uint8Array(gzipSync(svg))],
  ['a script', 'a.webp', bytesOf('#!/bin/sh\nrm -rf ~\n')],
  ['a program of Linux', 'a.png', bytesOf('\x7fELF\x02\x01\x01\0')],
  ['a program of Windows', 'a.jpg', bytesOf('MZ\x90\0\x03')],
  ['an archive', 'a.png', bytesOf('PK\x03\x04\x14\0')],
  ['a PDF', 'a.jpg', bytesOf('%PDF-1.7\n')],
  ['PostScript', 'a.png', bytesOf('%!PS-Adobe-3.0 EPSF-3.0\n')],
  ['a Photoshop file', 'a.png', bytesOf('8BPS\0\x01\0\0\0\0\0\0')],
  ['a film', 'a.png', bytesOf('\0\0\0\x18ftypisom\0\0\0\0')],
  ['the head of a PNG alone', 'a.png', makePng(9, 9, [0, 0, 0]).subarray(0, 8)],
  ['the head of a JPEG alone', 'a.jpg', bytesOf('\xff\xd8\xff\xe0\0\x10JFIF\0')],
  ['the head of a GIF that claims 65,535 × 65,535', 'a.gif', bytesOf('GIF89a\xff\xff\xff\xff\0\0\0;')],
  ['a WebP that claims 16,000,000 × 16,000,000', 'a.webp', claimingWebp(16_000_000, 16_000_000)],
  [
    'a PNG of no size',
    'a.png',
    (() => {
      const png = Buffer.from(makePng(9, 9, [0, 0, 0]))
      png.writeUInt32BE(0, 16)
      return new Uint8Array(png)
    })(),
  ],
]

test.each(disguised)('%s named %s is refused with a message', async (_what, name, bytes) => {
  const looked = lookAtImage(name, bytes)
  await expect(looked).rejects.toBeInstanceOf(AppError)
  await expect(looked).rejects.toThrow(/Nothing was copied|was not copied/)
})

test.each([
  '../../../../etc/passwd.png',
  '..\\..\\boot.png',
  '/etc/passwd.png',
  'C:\\Windows\\x.png',
  '\\\\server\\share\\x.png',
  '..',
  '.png',
  '....//....//x.png',
  '%2e%2e%2fx.png',
  'x.png\0.html',
  'a\nb.png',
  'con.png',
  'x.png:stream',
  '.git/config.png',
  `${'x'.repeat(250)}.png`,
  '\u202egnp.exe',
  '~/.ssh/id.png',
  '$(touch x).png',
])('an image named %j comes into its folder under a clean name', async (name) => {
  const temp = await tempSite({ 'package.json': '{ "dependencies": { "next": "15" } }', 'posts/a.md': '' })
  const site = await detectSite(temp.root)
  const { sitePath } = await importAsset(site, 'a.md', { name, bytes: makePng(2, 2, [1, 2, 3]) })
  expect(sitePath).toMatch(/^public\/images\/posts\/a\/[\p{L}\p{N}][\p{L}\p{N}._-]*\.png$/u)
  expect(sitePath.length).toBeLessThan(280)
})

test.each([
  '/proc/self/root/etc/x.png',
  '/images/../../../../../x.png',
  'a/./../../../../../x.png',
  '..;/..;/x.png',
  '/..%252f..%252fx.png',
  '/%c0%ae%c0%ae/x.png',
  '\u2025/\u2025/x.png',
  '~root/x.png',
  '$HOME/x.png',
  '%USERPROFILE%/x.png',
  'file:../../x.png',
  'file://localhost/tmp/x.png',
  '//localhost/c$/x.png',
  'asset://site/a.md?ref=../../x.png',
  'app://./index.png',
  '/x.png/../../../../tmp/x.png',
  'x.png%00.png',
  'x.png#/../../../../x.png/../..',
])('the reference %j leads nowhere', async (reference) => {
  const temp = await tempSite({ 'package.json': '{ "dependencies": { "next": "15" } }', 'posts/a.md': '' })
  expect(await findAsset(await detectSite(temp.root), 'a.md', reference)).toBeNull()
})

test('images are neither imported into, moved into nor replaced in folders that lead out of the site', async () => {
  const temp = await tempSite({
    'site/package.json': '{ "dependencies": { "next": "15" } }',
    'site/posts/a.md': 'Words.\n',
    'site/public/in.png': makePng(2, 2, [1, 2, 3]),
    'out/secret.png': makePng(2, 2, [4, 5, 6]),
  })
  await mkdir(temp.path('site/public/images'), { recursive: true })
  await symlink(temp.path('out'), temp.path('site/public/images/posts'))
  await symlink(temp.path('out/secret.png'), temp.path('site/public/linked.png'))
  const site = await detectSite(temp.path('site'))
  const known = { pages: async () => [], naming: async () => ['a.md'] }
  const image = { name: 'x.png', bytes: makePng(3, 3, [7, 8, 9]) }
  const refused = { kind: 'outside-folder' }
  await expect(importAsset(site, 'a.md', image)).rejects.toMatchObject(refused)
  for (const to of ['public/images/posts/in.png', 'public/images/posts/deep/in.png'])
    await expect(planImageMove(site, 'public/in.png', to, known)).rejects.toMatchObject(refused)
  await expect(planImageMove(site, 'public/linked.png', 'public/y.png', known)).rejects.toMatchObject(refused)
  const made = { bytes: image.bytes, type: 'image/png' }
  for (const path of ['public/linked.png', 'public/images/posts/secret.png'])
    await expect(planReplacedImage(site, path, made, known)).rejects.toMatchObject(refused)
  const trashed = await planTrashedImages(site.root, ['public/linked.png', 'public/images/posts/secret.png'])
  expect(trashed).toMatchObject({ steps: [], refused: [expect.any(String), expect.any(String)] })
  expect(await findAsset(site, 'a.md', '/linked.png')).toBeNull()
  expect(await readdir(temp.path('out'))).toEqual(['secret.png'])
})

test.each([
  ['a still image whose frames are cut off', 'a.gif', 'R0lGODlhAgACAIAAAAAAAP///yH5BAAAAAAALAAAAAACAAIAAAI='],
  ['base64 of an image', 'a.png', Buffer.from('iVBORw0KGgoAAAANSUhEUg').toString('base64')],
  ['UTF-16 of a page', 'a.png', Buffer.from('\ufeff<html>', 'utf16le').toString('base64')],
  ['a picture of Adobe', 'a.webp', Buffer.from('RIFF\0\0\0\0WEBQVP8 ', 'latin1').toString('base64')],
  [
    'an AVIF without an image',
    'a.avif',
    Buffer.from('\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf', 'latin1').toString('base64'),
  ],
  ['nothing', 'a.png', ''],
])('%s named %s is refused with a message, too', async (_what, name, base64) => {
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'))
  await expect(lookAtImage(name, bytes)).rejects.toBeInstanceOf(AppError)
})
