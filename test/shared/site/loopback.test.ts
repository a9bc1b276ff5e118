import { expect, test } from 'vitest'
import { isLoopbackHost, loopbackOrigin, portOf } from '../../../shared/site/loopback'

test.each([
  ['1313', 'http://localhost:1313'],
  ['localhost:4000', 'http://localhost:4000'],
  [' http://localhost:4000/blog/?x#y ', 'http://localhost:4000'],
  ['127.0.0.1:8080', 'http://127.0.0.1:8080'],
  ['http://127.1:8080', 'http://127.0.0.1:8080'],
  ['https://[::1]:8443', 'https://[::1]:8443'],
  ['https://blog.localhost', 'https://blog.localhost'],
])('%s is the server %s', (written, origin) => expect(loopbackOrigin(written)).toBe(origin))

test.each([
  'https://example.org',
  'example.org:1313',
  '0.0.0.0:1313',
  '192.168.0.2:1313',
  '169.254.169.254',
  'http://localhost.example.org:1313',
  'http://localhost@example.org',
  'http://user:secret@localhost:1313',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'ftp://localhost',
  'http://[::ffff:10.0.0.1]:80',
  '127.0.0.1.example.org',
  '70000',
  '',
])('%s is no server on this computer', (written) => expect(loopbackOrigin(written)).toBe(null))

test('hosts as the URL parser writes them', () => {
  const hostOf = (url: string) => new URL(url).hostname
  expect(
    ['http://LOCALHOST', 'http://2130706433', 'http://0x7f.1', 'http://[0:0::1]']
      .map(hostOf)
      .every(isLoopbackHost),
  ).toBe(true)
  expect(isLoopbackHost(hostOf('http://1270.0.0.1.example'))).toBe(false)
})

test('a scheme has a port of its own', () => {
  expect(portOf(new URL('http://localhost'))).toBe('80')
  expect(portOf(new URL('wss://localhost/x'))).toBe('443')
  expect(portOf(new URL('http://localhost:81'))).toBe('81')
  expect(portOf(new URL('mailto:x@example.org'))).toBe('')
})
