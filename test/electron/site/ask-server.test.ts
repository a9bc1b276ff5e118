import { createServer, type RequestListener, type Server } from 'node:http'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { askServer } from '../../../electron/site/ask-server'

const servers: { close: () => unknown; closeAllConnections?: () => void }[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections?.()
    server.close()
  }
})

const serve = async (answer: RequestListener, host = '127.0.0.1'): Promise<number> => {
  const server: Server = createServer(answer)
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, host, done))
  return (server.address() as AddressInfo).port
}

const answerAt = async (address: string) => {
  const answer = await askServer(address)
  if (answer === null || answer === 'slow') throw new Error('The server answers')
  return answer
}

test('a page is known by its hash and its status', async () => {
  let text = 'one'
  const port = await serve((request, response) => {
    response.statusCode = request.url === '/posts/a/?x=1' ? 200 : 404
    response.end(text)
  })
  const first = await answerAt(`http://localhost:${port}/posts/a/?x=1`)
  expect(first?.status).toBe(200)
  expect((await answerAt(`http://127.0.0.1:${port}/posts/a/?x=1`)).page).toBe(first?.page)
  text = 'two'
  expect((await answerAt(`http://localhost:${port}/posts/a/?x=1`)).page).not.toBe(first?.page)
  expect((await answerAt(`http://localhost:${port}/`)).status).toBe(404)
})

test('a server that listens on one of the two addresses of localhost is found', async () => {
  const port = await serve((_request, response) => response.end('x'), '::1')
  expect((await answerAt(`http://localhost:${port}/`)).status).toBe(200)
})

test('redirects are not followed', async () => {
  let asked = 0
  const port = await serve((_request, response) => {
    asked += 1
    response.writeHead(302, { location: 'http://example.org/' }).end()
  })
  expect(await askServer(`http://localhost:${port}/`)).toMatchObject({ status: 302 })
  expect(asked).toBe(1)
})

test('no other computer is asked', async () => {
  expect(await askServer('http://example.org/')).toBe(null)
  expect(await askServer('http://localhost.example.org/')).toBe(null)
  expect(await askServer('file:///etc/passwd')).toBe(null)
})

test('nobody there, something else there, one that never answers and one that never ends', async () => {
  const closed = await serve(() => undefined)
  servers.pop()?.close()
  expect(await askServer(`http://localhost:${closed}/`)).toBe(null)

  const other = createTcpServer((socket) => socket.end('220 mail.example ESMTP\r\n'))
  servers.push(other)
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done))
  expect(await askServer(`http://localhost:${(other.address() as AddressInfo).port}/`)).toBe(null)

  const silent = await serve(() => undefined)
  expect(await askServer(`http://localhost:${silent}/`, 100)).toBe('slow')
  const unfinished = await serve((_request, response) => response.write('<p>'))
  expect(await askServer(`http://localhost:${unfinished}/`, 100)).toBe('slow')

  const endless = await serve((_request, response) => {
    const more = (): void => {
      if (!response.destroyed) response.write('x'.repeat(100_000), more)
    }
    more()
  })
  expect(await askServer(`http://localhost:${endless}/`)).toMatchObject({ status: 200 })
})
