import { expect, test } from 'vitest'
import { fetchImage } from '../../../electron/assets/fetch-image'
import { onePixelPng } from '../../support/temp-site'

const answering =
  (body: BodyInit | null, init: ResponseInit = {}) =>
  () =>
    Promise.resolve(new Response(body, init))
const png = new Uint8Array(onePixelPng)

test.each([
  ['https://a.org/img/My%20photo.png?x=1', 'My photo.png'],
  ['https://a.org/photo', 'photo.png'],
  ['https://a.org/photo.jpg', 'photo.png'],
  ['https://a.org/', 'image.png'],
  ['https://a.org/%E0%A4%A', '%E0%A4%A.png'],
])('%s is called %s', async (address, name) => {
  expect(await fetchImage(address, answering(png))).toEqual({ name, bytes: png })
})

test.each([
  ['file:///etc/passwd', answering(png), /no address of the web/],
  ['https://a.org/x.png', answering('<html>'), /something else than an image/],
  ['https://a.org/x.png', answering(null, { status: 404 }), /answered 404/],
  ['https://a.org/x.png', answering(png, { headers: { 'content-length': '90000000' } }), /more than 50 MB/],
  ['https://a.org/x.png', () => Promise.reject(new TypeError('fetch failed')), /could not be fetched/],
])('%s is refused where it cannot be had', async (address, ask, message) => {
  await expect(fetchImage(address, ask)).rejects.toThrow(message)
})
