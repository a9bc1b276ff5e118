import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { askPage } from '../../../../../electron/library/checks/external/ask-page'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    if ('closeAllConnections' in server) (server as ReturnType<typeof createServer>).closeAllConnections()
    server.close()
  }
})

const listening = async (server: Server): Promise<string> => {
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** A server, and the methods of its requests. */
const site = async (answer: (request: IncomingMessage, response: ServerResponse) => void) => {
  const methods: (string | undefined)[] = []
  const server = createServer((request, response) => {
    methods.push(request.method)
    answer(request, response)
  })
  return { address: `http://${await listening(server)}/page`, methods }
}

const ask = (address: string, timeoutMs = 5000) =>
  askPage(address, { signal: new AbortController().signal, timeoutMs, isAllowed: () => true })

const answering =
  (status: number, headers: Record<string, string> = {}) =>
  (_request: IncomingMessage, response: ServerResponse) =>
    response.writeHead(status, headers).end()

test.each([
  [200, 'there', ['HEAD']],
  [204, 'there', ['HEAD']],
  [304, 'there', ['HEAD']],
  [401, 'unsure', ['HEAD', 'GET']],
  [403, 'unsure', ['HEAD', 'GET']],
  [404, 'dead', ['HEAD', 'GET']],
  [410, 'dead', ['HEAD', 'GET']],
  [429, 'later', ['HEAD']],
  [500, 'unsure', ['HEAD', 'GET']],
  [503, 'unsure', ['HEAD', 'GET']],
  [999, 'unsure', ['HEAD', 'GET']],
] as const)('%i means %s', async (status, kind, asked) => {
  const { address, methods } = await site(answering(status))
  expect((await ask(address)).kind).toBe(kind)
  expect(methods).toEqual(asked)
})

test.each([404, 405, 501, 403])('a site that answers HEAD with %i is asked with GET', async (status) => {
  const { address, methods } = await site((request, response) =>
    response.writeHead(request.method === 'HEAD' ? status : 200).end(),
  )
  expect(await ask(address)).toEqual({ kind: 'there' })
  expect(methods).toEqual(['HEAD', 'GET'])
})

test('redirects are followed to their end', async () => {
  const { address } = await site((request, response) => {
    const step = Number(request.url?.slice(5) || 0)
    if (step < 4) response.writeHead(301, { location: `/page${step + 1}` }).end()
    else response.writeHead(404).end()
  })
  expect((await ask(address)).kind).toBe('dead')
})

test('redirects without an end are not followed for ever', async () => {
  const { address, methods } = await site(answering(302, { location: '/page' }))
  expect(await ask(address)).toEqual({ kind: 'unsure' })
  expect(methods.length).toBeLessThan(20)
})

test('a redirect into this network is not followed', async () => {
  const { address } = await site(answering(301, { location: 'http://10.0.0.1/' }))
  const signal = new AbortController().signal
  expect(await askPage(address, { signal, isAllowed: (ip) => ip === '127.0.0.1' })).toEqual({
    kind: 'unsure',
  })
})

test('a body without an end is not read', async () => {
  const { address } = await site((request, response) => {
    if (request.method === 'HEAD') return void response.writeHead(405).end()
    const more = setInterval(() => response.write('x'.repeat(1000)), 5)
    response.on('close', () => clearInterval(more))
  })
  expect(await ask(address)).toEqual({ kind: 'there' })
})

test('a site that never answers is given up', async () => {
  const { address } = await site(() => undefined)
  expect(await ask(address, 100)).toMatchObject({ kind: 'dead' })
})

test('a stop is no answer', async () => {
  const { address } = await site(() => undefined)
  const stop = new AbortController()
  const asked = askPage(address, { signal: stop.signal, isAllowed: () => true })
  stop.abort()
  expect(await asked).toEqual({ kind: 'unsure' })
})

test.each([
  ['7', 7000],
  ['0', 0],
  ['Fri, 01 Jan 1999 00:00:00 GMT', 0],
  ['soon', Number.POSITIVE_INFINITY],
])('Retry-After: %s', async (written, waitMs) => {
  const { address } = await site(answering(429, { 'retry-after': written }))
  expect(await ask(address)).toEqual({ kind: 'later', waitMs })
  const busy = await site(answering(503, { 'retry-after': written }))
  expect(await ask(busy.address)).toEqual({ kind: 'later', waitMs })
})

test('a closed port, a broken answer, an unknown host', async () => {
  const closed = createTcpServer()
  const address = `http://${await listening(closed)}/`
  await new Promise((resolve) => closed.close(resolve))
  servers.pop()
  expect(await ask(address)).toMatchObject({ kind: 'dead', why: 'The host refuses the connection' })
  const broken = await listening(createTcpServer((socket) => socket.end('what?\r\n\r\n')))
  expect((await ask(`http://${broken}/`)).kind).toBe('dead')
})

test('a certificate that nobody signed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'))
  try {
    execFileSync(
      'openssl',
      [
        ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'],
        ...['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')],
      ],
      { stdio: 'ignore' },
    )
    const server = createSecureServer(
      { key: readFileSync(join(folder, 'key.pem')), cert: readFileSync(join(folder, 'cert.pem')) },
      (_request, response) => response.end(),
    )
    const address = `https://${await listening(server)}/`
    expect(await ask(address)).toEqual({ kind: 'dead', why: 'Its certificate is not valid' })
  } finally {
    rmSync(folder, { recursive: true })
  }
})
