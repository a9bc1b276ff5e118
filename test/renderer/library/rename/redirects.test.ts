import { expect, test } from 'vitest'
import { defaultSettings } from '../../../../shared/settings'
import type { SiteInfo } from '../../../../shared/site/site-info'
import { installApi } from '../../../support/fake-api'

const fake = installApi({ changeSettings: () => undefined })
const { startSettings } = await import('../../../../renderer/base/settings-store')
const { useSite } = await import('../../../../renderer/base/site-store')
const { redirectsHere, rememberRedirects } = await import('../../../../renderer/library/rename/redirects')

const open = (key: string) => useSite.setState({ site: { name: 'blog', key } as SiteInfo })

test('redirects are off, and remembered for the site they were chosen in', () => {
  startSettings(defaultSettings)
  open('/one/blog')
  expect(redirectsHere()).toBe(false)
  rememberRedirects(true)
  expect(redirectsHere()).toBe(true)
  open('/two/blog')
  expect(redirectsHere()).toBe(false)
  rememberRedirects(false)
  expect(fake.called).toEqual([{ name: 'changeSettings', args: [{ redirects: { '/one/blog': true } }] }])
  open('/one/blog')
  rememberRedirects(false)
  expect(redirectsHere()).toBe(false)
})
