import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import { describe, expect, expectTypeOf, test } from 'vitest'
import type { Values } from '../../../shared/texts/arguments'
import { english } from '../../../shared/texts/english'
import { t } from '../../../shared/texts/translate'

const messages = Object.entries(english).flatMap(([hall, texts]) =>
  Object.entries<string>(texts).map(([name, message]) => [`${hall}.${name}`, message] as const),
)

describe('a text', () => {
  test('is that of its key', () => expect(t('titles.save')).toBe('Save'))

  test('has its values filled in', () => expect(t('commands.goToLine', { line: 3 })).toBe('Go to line 3'))

  test.each([
    [0, '0 problems'],
    [1, '1 problem'],
    [12_345, '12,345 problems'],
  ])('counts %i', (count, expected) => expect(t('app.problemCount', { count })).toBe(expected))

  test.each(['C:\\x41\\u0042\\ubeef', '\\x5c', '{name}', '#', '<b>', '%__lingui%', '$&'])(
    'leaves the value %s as it is',
    (name) => expect(t('app.notOpened', { name })).toBe(`“${name}” could not be opened`),
  )
})

test.each(messages)('%s is an ICU message', (_key, message) => {
  expect(() => compileMessageOrThrow(message)).not.toThrow()
})

test('a value that is missing, unknown or of another kind does not compile', () => {
  // @ts-expect-error: the line is missing
  const missing = () => t('titles.undefined')
  // @ts-expect-error: the message has no such placeholder
  const unknown = () => t('commands.goToLine', { line: 1, other: 1 })
  // @ts-expect-error: a plural takes a number
  const kind = () => t('app.problemCount', { count: '1' })
  // @ts-expect-error: there is no such text
  const none = () => t('app.noSuchText')
  expect([missing, unknown, kind, none]).toHaveLength(4)
})

test('the placeholders of a message are read from its type', () => {
  expectTypeOf<Values<'Save'>>().toEqualTypeOf<readonly []>()
  expectTypeOf<Values<'{a} of {b}'>[0]>().toEqualTypeOf<
    { readonly a: string | number } & { readonly b: string | number } & unknown
  >()
  type Nested =
    Values<'{n, plural, one {# in {place}} other {{how, select, a {A} other {B}} in {place}}} {end, number}'>
  expectTypeOf<Nested[0]['n']>().toEqualTypeOf<number>()
  expectTypeOf<Nested[0]['place']>().toEqualTypeOf<string | number>()
  expectTypeOf<Nested[0]['how']>().toEqualTypeOf<string>()
  expectTypeOf<Nested[0]['end']>().toEqualTypeOf<number>()
  expectTypeOf<keyof Nested[0]>().toEqualTypeOf<'n' | 'place' | 'how' | 'end'>()
})
