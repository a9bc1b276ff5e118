import { expect, test } from 'vitest'
import { defaultSettings, type SettingsPatch } from '../../../shared/settings'
import { installApi } from '../../support/fake-api'

const kept: SettingsPatch[] = []
let refuse = false
installApi({
  changeSettings: (patch: SettingsPatch) => {
    if (refuse) throw new Error('The disk is full.')
    kept.push(patch)
    return { ...defaultSettings, ...patch }
  },
})
const { changeSettings, getSettings, startSettings } = await import('../../../renderer/base/settings-store')
const { useNotices } = await import('../../../renderer/base/notices')
startSettings(defaultSettings)

test('a change holds at once and is sent to be kept', () => {
  changeSettings({ lineNumbers: true })
  expect(getSettings().lineNumbers).toBe(true)
  expect(kept).toEqual([{ lineNumbers: true }])
})

test('a change that cannot be kept still holds, and the writer is told', async () => {
  refuse = true
  changeSettings({ layout: 'write' })
  await expect.poll(() => useNotices.getState().notices).toHaveLength(1)
  expect(getSettings().layout).toBe('write')
  expect(useNotices.getState().notices[0]?.text).toContain('The disk is full.')
})
