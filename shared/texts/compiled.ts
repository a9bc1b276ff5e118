import { type CompiledMessage, compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import { english } from './english'

const halls: Readonly<Record<string, Readonly<Record<string, string>>>> = english

/** A message as Lingui formats it, by its key. A build has all of them compiled instead (electron.vite.config.ts). */
export const compiledMessage = (key: string): CompiledMessage => {
  const [hall = '', name = ''] = key.split('.')
  const message = halls[hall]?.[name]
  if (message === undefined) throw new Error(`No text ${key}`)
  return compileMessageOrThrow(message)
}
