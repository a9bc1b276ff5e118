import { expect, test } from 'vitest'
import {
  contentSecurityPolicy,
  previewContentSecurityPolicy,
} from '../../../electron/security/content-security-policy'

const sources = (policy: string, directive: string): readonly string[] =>
  policy
    .split('; ')
    .find((part) => part.startsWith(`${directive} `))
    ?.split(' ')
    .slice(1) ?? []

const pages = [contentSecurityPolicy, previewContentSecurityPolicy(false), previewContentSecurityPolicy(true)]

test('images of other servers are in the policy only where a site may load them, and then over HTTPS only', () => {
  const isFromTheNet = (source: string) => /^(?:\*|https?:|ws)/.test(source)
  const [window = '', preview = '', remote = ''] = pages
  for (const policy of [window, preview]) expect(sources(policy, 'img-src').filter(isFromTheNet)).toEqual([])
  expect(sources(remote, 'img-src').filter(isFromTheNet)).toEqual(['https:'])
})

test.for(pages)('nothing else comes from the net, and no script is inline: %s', (policy) => {
  for (const part of policy.split('; ').filter((one) => !one.startsWith('img-src')))
    expect(part).not.toMatch(/https?:|\*|ws:|unsafe-eval/)
  expect(sources(policy, 'default-src')).toEqual(["'none'"])
  expect(sources(policy, 'script-src')).not.toContain("'unsafe-inline'")
  expect(sources(policy, 'form-action')).toEqual(["'none'"])
  expect(sources(policy, 'base-uri')).toEqual(["'none'"])
})
