import { expect, test } from 'vitest'
import { applyValues } from '../../../renderer/shortcodes/apply'
import { readCall } from '../../../shared/shortcodes/call'
import { parameter } from '../../../shared/shortcodes/shape'

const saved = (text: string, values: Readonly<Record<string, string>>): string => {
  const at = text.indexOf('{')
  const call = readCall(text, at)
  if (!call) return 'no call'
  const applied = applyValues(
    text,
    call,
    Object.entries(values).map(([name, value]) => [
      /^\d$/.test(name) ? parameter(name, { position: Number(name) }) : parameter(name),
      value,
    ]),
  )
  if (applied.kind !== 'change') return applied.kind
  const { from, to, insert } = applied.change
  expect(text.slice(0, from) + text.slice(to)).toContain('before ')
  return text.slice(0, from) + insert + text.slice(to)
}

test.each([
  [{ src: 'b', alt: 'c' }, 'before {{< f  src="b"  alt="c" >}} after'],
  [{ src: '', alt: 'c' }, 'before {{< f  alt="c" >}} after'],
  [{ src: '', alt: '' }, 'before {{< f >}} after'],
  [{ src: 'a', alt: 'x', w: '3' }, 'before {{< f  src="a"  alt="x" w="3" >}} after'],
  [{ src: 'a', alt: 'x' }, 'same'],
])('%j gives %s', (values, text) =>
  expect(saved('before {{< f  src="a"  alt="x" >}} after', values)).toBe(text),
)

test.each([
  [{ 0: 'x', 1: '', 2: '' }, 'before {{< f "x" >}} after'],
  [{ 0: 'a', 1: 'y', 2: 'c' }, 'before {{< f "a" "y" "c" >}} after'],
])('places: %j gives %s', (values, text) =>
  expect(saved('before {{< f "a" "b" "c" >}} after', values)).toBe(text),
)

test('one value that cannot be written refuses all', () =>
  expect(saved('before {% include f a="1" b="2" %} after', { a: '3', b: '" %}' })).toBe('refused'))
