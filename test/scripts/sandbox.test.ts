import { expect, test } from 'vitest'
import { needsHelper } from '../../scripts/setup/sandbox.mjs'

const system = (files: Record<string, string>) => (path: string) => files[path] ?? null

test('a kernel that lets programs make namespaces needs no helper', () => {
  expect(needsHelper(system({}))).toBe(false)
  expect(needsHelper(system({ '/proc/sys/user/max_user_namespaces': '63356\n' }))).toBe(false)
})

test('Ubuntu and older Debian refuse them', () => {
  expect(needsHelper(system({ '/proc/sys/kernel/apparmor_restrict_unprivileged_userns': '1\n' }))).toBe(true)
  expect(needsHelper(system({ '/proc/sys/kernel/unprivileged_userns_clone': '0\n' }))).toBe(true)
})
