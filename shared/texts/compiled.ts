import { type CompiledMessage, compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import { english } from './english'

const halls: Readonly<Record<string, Readonly<Record<string, string>>>> = english

/** The compiled message of a key. A build replaces this by precompiled messages (electron.vite.config.ts). */
export const compiledMessage = (key: string): CompiledMessage => {
  const [hall = '', name = ''] = key.split('.')
  const message = halls[hall]?.[name]
  if (message === undefined) throw new Error(`No text ${key}`)
  return compileMessageOrThrow(message)
}
