import { beforeEach, expect, test } from 'vitest'
import { defaultSettings } from '../../../../shared/settings'
import type { SiteInfo } from '../../../../shared/site/site-info'
import { installApi } from '../../../support/fake-api'

const fake = installApi({
  changeSettings: () => undefined,
  showIgnored: () => undefined,
  ignoredPosts: () => ({ posts: 3, isMore: false, folders: ['private/'] }),
})
const {
  followIgnored,
  ignoredChoiceOf,
  ignoredInWords,
  includeIgnored,
  leaveIgnoredOut,
  loadIgnored,
  useIgnored,
} = await import('../../../../renderer/library/state/ignored-posts')
const { useNotices } = await import('../../../../renderer/base/notices')
const { getSettings, startSettings } = await import('../../../../renderer/base/settings-store')
const { useSite } = await import('../../../../renderer/base/site-store')
followIgnored()

const calls = (name: string) => fake.called.filter((call) => call.name === name).map(({ args }) => args)

beforeEach(async () => {
  fake.called.length = 0
  startSettings(defaultSettings)
  useNotices.setState({ notices: [], passed: [] })
  useSite.setState({ site: { key: '/site' } as SiteInfo })
  await loadIgnored()
})

test('one click includes them, here and from now on, and the notice leaves them out again', () => {
  includeIgnored()
  expect(getSettings().ignoredPosts).toEqual({ '/site': 'shown' })
  expect(calls('showIgnored')).toEqual([[true]])
  const [notice] = useNotices.getState().notices
  expect(notice?.text).toBe('3 posts ignored by Git are listed now.')
  notice?.action?.run()
  expect(getSettings().ignoredPosts).toEqual({ '/site': 'leftOut' })
  expect(calls('showIgnored')).toEqual([[true], [false]])
})

test('to leave them out changes no list, and is kept for that site only', () => {
  startSettings({ ...defaultSettings, ignoredPosts: { '/other': 'shown' } })
  leaveIgnoredOut()
  expect(getSettings().ignoredPosts).toEqual({ '/other': 'shown', '/site': 'leftOut' })
  expect(calls('showIgnored')).toEqual([])
})

test('what the library counts later is taken', () => {
  fake.emit('ignoredPostsChanged', { posts: 1, isMore: false, folders: [] })
  expect(useIgnored.getState().posts).toBe(1)
  includeIgnored()
  expect(useNotices.getState().notices[0]?.text).toBe('1 post ignored by Git is listed now.')
})

test('numbers in words, and a site that nobody decided for', () => {
  expect(ignoredInWords({ posts: 1000, isMore: true, folders: [] })).toBe('more than 1,000 posts')
  expect(ignoredChoiceOf({}, '/site')).toBeNull()
  expect(ignoredChoiceOf({}, 'toString')).toBeNull()
  expect(ignoredChoiceOf({ '/site': 'leftOut' }, '/site')).toBe('leftOut')
  expect(ignoredChoiceOf({ '/site': 'leftOut' }, undefined)).toBeNull()
})
