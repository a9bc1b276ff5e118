import { itemAt } from '../../base/item-at'
import type { AddressFinder, FoundAddress } from './autolinks'

const host = String.raw`[-a-zA-Z0-9@:%._+~#=]{1,256}\.[a-z]+`
const path = String.raw`(?:[/#?][-a-zA-Z0-9@:%_+.~#$!?&/=();,'">^{}[\]\u0060]*)?`
const web = new RegExp(String.raw`(?:https?|ftp)://${host}(?::\d+)?${path}`, 'y')
const bare = new RegExp(String.raw`www\.${host}${path}`, 'y')
const mail = /[a-zA-Z0-9!#$%&'*+\-/=?^_`{|}~.]{1,100}@[a-zA-Z0-9](?:[a-zA-Z0-9.-]{0,200}[a-zA-Z0-9])?/y

// Where an address may begin: behind a blank, a mark of emphasis, a bracket, or a curly quote.
const begins = /(^|[\s*_~(“”‘’«»–—…])(?=https?:\/\/|ftp:\/\/|www\.|[a-zA-Z0-9][^\s@]{0,100}@)/g

const matchAt = (pattern: RegExp, text: string, at: number): string | null => {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? null
}

// Cuts a trailing dot, unopened brackets or an entity, then other punctuation: once each, as Goldmark does.
const cut = (address: string): string => {
  let kept = address
  if (kept.endsWith('.')) kept = kept.slice(0, -1)
  else if (kept.endsWith(')')) {
    const unopened = kept.split(')').length - kept.split('(').length
    if (unopened > 0) kept = kept.slice(0, -unopened)
  } else if (kept.endsWith(';')) kept = kept.replace(/&[a-zA-Z0-9]+;$/, '')
  return kept.replace(/(?<![?!.,:*_~])[?!.,:*_~]+$/, '')
}

const webAt = (text: string, at: number): FoundAddress | null => {
  const written = matchAt(web, text, at)
  const address = written ?? matchAt(bare, text, at)
  if (address === null) return null
  const kept = cut(address)
  // Hugo links addresses without a scheme as https.
  return { from: at, to: at + kept.length, url: written === null ? `https://${kept}` : kept }
}

const mailAt = (text: string, at: number): FoundAddress | null => {
  const address = matchAt(mail, text, at)
  if (address === null || !address.slice(address.indexOf('@')).includes('.')) return null
  if (/[-_]/.test(text.charAt(at + address.length))) return null
  return { from: at, to: at + address.length, url: `mailto:${address}` }
}

/** The addresses that Goldmark's Linkify finds as Hugo configures it. */
export const goldmarkAddresses: AddressFinder = {
  hint: /:\/\/|www\.|@/,
  at: (text, at) => (/^$|[\s*_~(“”‘’«»–—…"']/.test(text.charAt(at - 1)) ? webAt(text, at) : null),
  in: (text) => {
    const found: FoundAddress[] = []
    begins.lastIndex = 0
    for (let match = begins.exec(text); match; match = begins.exec(text)) {
      const at = match.index + itemAt(match, 1).length
      // Text in brackets may be link text.
      const inBrackets = text.lastIndexOf('[', at) > text.lastIndexOf(']', at)
      const address = inBrackets ? null : (webAt(text, at) ?? mailAt(text, at))
      if (address) found.push(address)
      begins.lastIndex = Math.max(address?.to ?? 0, at + 1)
    }
    return found
  },
}
