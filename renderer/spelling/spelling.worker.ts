import { messageOf } from '../../shared/app-error'
import { type Dictionary, dictionaryOfTexts, readDictionary } from '../../shared/spelling/hunspell/dictionary'
import { createSpeller } from '../../shared/spelling/speller'
import type { SpellingReply, SpellingRequest } from './messages'

/** Callbacks for requested dictionaries, by tag. */
const waiting = new Map<string, (dictionary: Dictionary | null) => void>()
const answer = (reply: SpellingReply): void => self.postMessage(reply)

/** The dictionary bundled with the app; its files are loaded for the first English paragraph. */
const ofApp = async (): Promise<Dictionary> => {
  const [aff, dic] = await Promise.all([
    import('../../node_modules/dictionary-en/index.aff?raw'),
    import('../../node_modules/dictionary-en/index.dic?raw'),
  ])
  return dictionaryOfTexts(aff.default, dic.default)
}

const load = (tag: string): Promise<Dictionary | null> => {
  if (tag === 'en') return ofApp()
  return new Promise((resolve) => {
    waiting.set(tag, resolve)
    answer({ kind: 'wanted', tag })
  })
}

const speller = createSpeller(load)

const take = ({ tag, aff, dic }: Extract<SpellingRequest, { readonly kind: 'dictionary' }>): void => {
  try {
    waiting.get(tag)?.(readDictionary({ aff, dic }))
  } catch (error) {
    refuse(tag, messageOf(error))
  }
  waiting.delete(tag)
}

const refuse = (tag: string, message: string): void => {
  answer({ kind: 'unusable', tag, message })
  waiting.get(tag)?.(null)
}

const respond = async (request: SpellingRequest): Promise<void> => {
  switch (request.kind) {
    case 'setup':
      return speller.setUp(request.setup)
    case 'dictionary':
      return take(request)
    case 'no-dictionary':
      return refuse(request.tag, request.message)
    case 'check':
      return answer({
        kind: 'checked',
        id: request.id,
        found: await Promise.all(request.texts.map(speller.check)),
      })
    case 'suggest':
      return answer({
        kind: 'suggested',
        id: request.id,
        words: await speller.suggest(request.word, request.text),
      })
  }
}

self.onmessage = ({ data }: MessageEvent<SpellingRequest>) => {
  respond(data).catch((error: unknown) => {
    if ('id' in data) answer({ kind: 'failed', id: data.id, message: messageOf(error) })
  })
}
