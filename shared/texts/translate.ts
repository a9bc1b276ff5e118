import { setupI18n } from '@lingui/core'
import type { Values } from './arguments'
import { compiledMessage } from './compiled'
import type { english } from './english'

type English = typeof english

/** The key of a text: the file in `english/` or a folder of it that has it, a dot, and its name there. */
export type TextKey = { [Hall in keyof English]: `${Hall}.${keyof English[Hall] & string}` }[keyof English]

type MessageOf<Key> = Key extends `${infer Hall extends keyof English}.${infer Name}`
  ? English[Hall][Name & keyof English[Hall]] & string
  : never

const locale = 'en'
const i18n = setupI18n({ locale, messages: { [locale]: {} } })

/** A text of the interface, with its placeholders filled in. */
export const t = <Key extends TextKey>(key: Key, ...[values]: Values<MessageOf<Key>>): string => {
  if (!Object.hasOwn(i18n.messages, key)) i18n.load(locale, { [key]: compiledMessage(key) })
  return i18n._(key, literal(values))
}

// Lingui decodes `\x5c` and `\u005c` in the finished text, and a path of Windows may hold the like.
const literal = (values: unknown): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values ?? {}).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'string' ? value.replaceAll('\\', '\\x5c') : value,
    ]),
  )
