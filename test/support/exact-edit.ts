import matter from 'gray-matter'
import type { Change } from './front-matter-writers'

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
const linesOf = (text: string): string[] => text.split(/(?<=\r\n|\n|\r(?!\n))/)

/**
 * Whether an edit is exact, judged by lines of bytes without our own parser: only lines of the edited key
 * differ, a new key adds one line, and a save without an edit changes nothing.
 */
export const isExact = (before: Uint8Array, after: Uint8Array, change: Change): boolean => {
  if (change.kind === 'save') return latin(before) === latin(after)
  const [a, b] = [linesOf(latin(before)), linesOf(latin(after))]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const key = Buffer.from(change.key).toString('latin1')
  const [from, to] = extentOf(a, key)
  if (from < 0) return a.length - start - end === 0 && isNewField(b.slice(start, b.length - end), key)
  // Among equal neighbouring lines, it is ambiguous which one was added or removed.
  const isInside = start >= from && a.length - end <= to
  return (
    isInside &&
    sameEndings(a.slice(start, a.length - end), b.slice(start, b.length - end)) &&
    othersReadSame(before, after, change)
  )
}

// One line, or for a list a line with its key and one with an item.
const isNewField = (added: readonly string[], key: string): boolean => {
  // If neighbouring lines are equal, the difference may appear shifted by one line.
  const [first = '', ...items] = added
  if (items.length === 0) return first.trim() !== ''
  return first.startsWith(`${key}:`) && items.length === 1 && items.every((line) => /^\s*- /.test(line))
}

const extentOf = (lines: readonly string[], key: string): [number, number] => {
  const pattern = new RegExp(`^(["']?)${key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\1[ \\t]*[:=]`)
  const braces = lines.slice(0, 2).findIndex((line) => line.startsWith('{'))
  if (braces >= 0)
    return [
      braces,
      Math.max(
        braces + 1,
        lines.findIndex((line) => line.startsWith('}')),
      ),
    ]
  const first = lines.findIndex((line) => line.trim() !== '') // some generators read a head below blank lines
  const close = lines.findIndex((line, at) => at > first && /^(?:---|\.\.\.|\+\+\+)[ \t]*\r?\n?$/.test(line))
  const head = lines.slice(0, close < 0 ? lines.length : close)
  const from = head.findLastIndex((line) => pattern.test(line))
  if (from < 0) return [-1, -1]
  const next = head.findIndex((line, at) => at > from && /^[^\s#\-\]}]/.test(line))
  return [from, next < 0 ? head.length : next]
}

const sameEndings = (before: readonly string[], after: readonly string[]): boolean => {
  const ending = (line: string | undefined) => /(?:\r\n|\n|\r)?$/.exec(line ?? '')?.[0]
  return before.length === 0 || after.length === 0 || ending(before[0]) === ending(after[0])
}

const read = (bytes: Uint8Array): Record<string, unknown> | null => {
  try {
    const engines = { javascript: () => ({}), js: () => ({}) }
    return matter(Buffer.from(bytes).toString('utf8').trimStart(), { engines }).data
  } catch {
    return null // unreadable for generators too; if it is the original, only bytes are compared
  }
}

const othersReadSame = (before: Uint8Array, after: Uint8Array, change: Change): boolean => {
  const [a, b] = [read(before), read(after)]
  if (!a || change.kind === 'save') return true
  if (!b) return false
  const others = (data: Record<string, unknown>) =>
    JSON.stringify(Object.entries(data).filter(([key]) => key !== change.key))
  return others(a) === others(b)
}
