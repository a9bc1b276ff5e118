import { afterEach, expect, test } from 'vitest'
import { canRunCommand, registerCommand, runCommand } from '../../../renderer/base/command-bus'
import { useNotices } from '../../../renderer/base/notices'

const told = () => useNotices.getState().notices.map(({ kind, text }) => `${kind}: ${text}`)
afterEach(() => useNotices.setState({ notices: [] }))

test('the newest registration runs, and the one before it afterwards', () => {
  const ran: string[] = []
  const first = registerCommand('bold', () => void ran.push('first'))
  const second = registerCommand('bold', () => void ran.push('second'))
  runCommand('bold')
  second()
  runCommand('bold')
  first()
  expect(ran).toEqual(['second', 'first'])
  expect(canRunCommand('bold')).toBe(false)
})

test('a command that nobody answers says so', () => {
  runCommand('bold')
  expect(told()).toEqual([
    'info: “Bold” works on the text of a post. Open one, or show its text with Write or Split.',
  ])
})

test('what a command throws, at once or later, is shown', async () => {
  const stop = registerCommand('settings', () => {
    throw new Error('No disk.')
  })
  runCommand('settings')
  stop()
  const stopLater = registerCommand('settings', () => Promise.reject(new Error('No network.')))
  runCommand('settings')
  await Promise.resolve()
  stopLater()
  expect(told()).toEqual(['error: “Settings” failed. No disk.', 'error: “Settings” failed. No network.'])
})
