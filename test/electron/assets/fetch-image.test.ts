import type { RequestListener } from 'node:http'
import { expect, test } from 'vitest'
import { fetchImage } from '../../../electron/assets/fetch-image'
import { onePixelPng } from '../../support/temp-site'
import { withServer } from '../../support/web-server'

const png = new Uint8Array(onePixelPng)
const anywhere = { isAllowed: () => true }

/** Serves an image at every address. */
const sends: RequestListener = (_, answer) => void answer.end(png)

test.each([
  ['/img/My%20photo.png?x=1', 'My photo.png'],
  ['/photo', 'photo.png'],
  ['/photo.jpg', 'photo.png'],
  ['/', 'image.png'],
  ['/%E0%A4%A', '%E0%A4%A.png'],
])('%s is called %s', (path, name) =>
  withServer(sends, async (server) => {
    expect(await fetchImage(server + path, anywhere)).toEqual({ name, bytes: png })
  }),
)

test.each<[string, RequestListener, RegExp]>([
  ['what is no image', (_, answer) => void answer.end('<html>'), /did not send an image/],
  ['a page that is not there', (_, answer) => void answer.writeHead(404).end(), /responded with 404/],
  [
    'what says that it is too large',
    (_, answer) => void answer.writeHead(200, { 'content-length': '90000000' }).write(png),
    /larger than 50 MB/,
  ],
  ['a connection that breaks', ({ socket }) => void socket.destroy(), /could not be downloaded/],
  [
    'redirects without an end',
    (_, answer) => void answer.writeHead(302, { location: '/again' }).end(),
    /redirects endlessly/,
  ],
  [
    'a redirect to a file',
    (_, answer) => void answer.writeHead(301, { location: 'file:///etc/passwd' }).end(),
    /not a web address/,
  ],
])('%s is refused', (_, listener, message) =>
  withServer(listener, async (server) => {
    await expect(fetchImage(`${server}/x.png`, anywhere)).rejects.toThrow(message)
  }),
)

test('what does not end is cut off, and what does not come is not waited for', () =>
  withServer(
    ({ url }, answer) => {
      if (url === '/slow') return
      const more = (): boolean => answer.write(Buffer.alloc(100_000), () => !answer.destroyed && more())
      more()
    },
    async (server) => {
      const limits = { ...anywhere, maxBytes: 1_000_000, longestMs: 300 }
      await expect(fetchImage(`${server}/endless`, { ...limits, longestMs: 30_000 })).rejects.toThrow(
        /larger than 1 MB/,
      )
      await expect(fetchImage(`${server}/slow`, limits)).rejects.toThrow(/took too long/)
    },
  ))

test('a redirect is followed, and never to another computer of this network', () =>
  withServer(
    (_, answer) => void answer.end(png),
    (inside) =>
      withServer(
        ({ url = '' }, answer) => {
          if (url === '/here') answer.writeHead(307, { location: '/image.png' }).end()
          else if (url === '/inside') answer.writeHead(302, { location: `${inside}/secret.png` }).end()
          else if (url === '/named')
            answer.writeHead(302, { location: inside.replace('127.0.0.1', 'localhost') }).end()
          else answer.end(png)
        },
        async (server) => {
          expect((await fetchImage(`${server}/here`, anywhere)).name).toBe('here.png')
          let asked = 0
          const onlyFirst = { isAllowed: () => ++asked === 1 }
          await expect(fetchImage(`${server}/inside`, onlyFirst)).rejects.toThrow(
            /this computer or local network/,
          )
          asked = 0
          await expect(fetchImage(`${server}/named`, onlyFirst)).rejects.toThrow(
            /this computer or local network/,
          )
        },
      ),
  ))

test('nothing of this computer and network is asked for, however it is written', () =>
  withServer(sends, async (server) => {
    const { port } = new URL(server)
    for (const host of ['127.0.0.1', 'localhost', '2130706433', '0x7f.1', '0', '[::1]', '[::ffff:127.0.0.1]'])
      await expect(fetchImage(`http://${host}:${port}/x.png`)).rejects.toThrow(
        /this computer or local network/,
      )
  }))

test.each(['file:///etc/passwd', 'ftp://a.org/x.png', 'data:image/png;base64,AA', 'no address', '//a.org/x'])(
  '%s is no address of the web',
  async (address) => {
    await expect(fetchImage(address)).rejects.toThrow(/not a web address/)
  },
)
