import { expect, test } from 'vitest'
import {
  createOpenRequests,
  messageToInstance,
  requestsOfInstance,
} from '../../../electron/workspace/open-requests'

const path = (name: string) => ({ kind: 'path', path: name }) as const

test('what is asked for before anybody takes it waits, in its order', () => {
  const requests = createOpenRequests()
  requests.add([path('/a.md'), path('/b.md')])
  requests.add([path('/c.md')])
  expect([requests.take(), requests.take(), requests.take(), requests.take()]).toEqual([
    path('/a.md'),
    path('/b.md'),
    path('/c.md'),
    null,
  ])
})

test('a request that is made twice is carried out once, where it was made last', () => {
  const requests = createOpenRequests()
  requests.add([path('/a.md'), path('/b.md'), path('/a.md')])
  expect([requests.take(), requests.take(), requests.take()]).toEqual([path('/b.md'), path('/a.md'), null])
})

test('a flood keeps the newest', () => {
  const requests = createOpenRequests()
  requests.add(Array.from({ length: 150 }, (_, index) => path(`/${index}.md`)))
  expect(requests.take()).toEqual(path('/50.md'))
})

test('what another instance sends is read only where it has the form of a request', () => {
  const requests = [path('/a.md'), { kind: 'sample' } as const]
  expect(requestsOfInstance(messageToInstance(requests))).toEqual(requests)
  for (const odd of [
    null,
    'x',
    {},
    { requests },
    { requests: '' },
    { requests: '[]' },
    { requests: btoa('[{]') },
    { requests: btoa(JSON.stringify([{ kind: 'run', path: '/x' }])) },
    { path: '/a.md', sample: false },
    { requests: [{ kind: 'run', path: '/x' }] },
  ])
    expect(requestsOfInstance(odd)).toEqual([])
})

test.each([
  '/home/Ана/Мой блог/посты/пост.md',
  '/Users/zoë/Cafe\u0301/a.md',
  'C:\\ブログ\\記事.md',
  '/a/😀 "b"\n.md',
])('%s is sent without white space and read as it was', (name) => {
  const message = messageToInstance([path(name)])
  expect(message.requests).toMatch(/^[a-z\d+/]+=*$/i)
  expect(requestsOfInstance(message)).toEqual([path(name)])
})
