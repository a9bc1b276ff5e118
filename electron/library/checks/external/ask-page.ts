import { AppError } from '../../../../shared/app-error'
import { t } from '../../../../shared/texts/translate'
import { codeOf } from '../../../disk/calls/codes'
import { askWeb } from '../../../web/ask-web'

/** The state of a page on another site. */
export type PageState =
  | { readonly kind: 'there' | 'unsure' }
  | { readonly kind: 'dead'; readonly why: string }
  /** The host is unknown, or this computer is offline. */
  | { readonly kind: 'no-host'; readonly why: string }
  /** The site wants no requests for so many milliseconds. */
  | { readonly kind: 'later'; readonly waitMs: number }

export interface PageQuestion {
  readonly signal: AbortSignal
  readonly timeoutMs?: number
  /** Which IP addresses may be connected to; a test passes in its own. */
  readonly isAllowed?: (address: string) => boolean
}

/** Uses HEAD, and GET if the site does not support it; the page itself is not read. */
export const askPage = async (address: string, question: PageQuestion): Promise<PageState> => {
  const state = await askBy('HEAD', address, question)
  return state.kind === 'there' || state.kind === 'later' || state.kind === 'no-host'
    ? state
    : askBy('GET', address, question)
}

const askBy = async (
  method: 'HEAD' | 'GET',
  address: string,
  { signal, timeoutMs = 15_000, isAllowed }: PageQuestion,
): Promise<PageState> => {
  const timeout = AbortSignal.timeout(timeoutMs)
  try {
    const answer = await askWeb(address, {
      method,
      signal: AbortSignal.any([signal, timeout]),
      headers: { 'user-agent': 'Mozilla/5.0 (compatible; Postwright link check)', accept: 'text/html,*/*' },
      ...(isAllowed && { isAllowed }),
    })
    answer.destroy()
    return stateOf(answer.statusCode ?? 0, answer.headers['retry-after'])
  } catch (error) {
    if (signal.aborted || error instanceof AppError) return { kind: 'unsure' } // stopped, or redirected into this network
    return timeout.aborted ? { kind: 'dead', why: t('checks.noAnswer') } : stateAfter(error)
  }
}

/** Only answers that say the page is gone count: many sites refuse programs. */
const stateOf = (status: number, retryAfter: string | undefined): PageState => {
  if (status < 400) return { kind: 'there' }
  if (status === 404 || status === 410) return { kind: 'dead', why: t('checks.answers', { status }) }
  if (status === 429 || (status === 503 && retryAfter !== undefined))
    return { kind: 'later', waitMs: waitOf(retryAfter) }
  return { kind: 'unsure' }
}

/** `Retry-After` in seconds or as a date (RFC 9110, 10.2.3); infinite if it says nothing. */
const waitOf = (retryAfter = ''): number => {
  if (/^\d{1,9}$/.test(retryAfter)) return Number(retryAfter) * 1000
  const date = Date.parse(retryAfter)
  return Number.isNaN(date) ? Number.POSITIVE_INFINITY : Math.max(0, date - Date.now())
}

/** Browsers load a certificate that a site forgot to send, and some networks block or drop connections. */
const ofThisComputer =
  /^(?:EAI_AGAIN|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT\w*)$/

const stateAfter = (error: unknown): PageState => {
  const code = codeOf(error)
  if (ofThisComputer.test(code)) return { kind: 'unsure' }
  if (code === 'ENOTFOUND') return { kind: 'no-host', why: t('checks.noHost') }
  return { kind: 'dead', why: reasonOf(code) }
}

const reasonOf = (code: string): string => {
  if (code === 'ECONNREFUSED') return t('checks.refused')
  if (/CERT|SSL|TLS/.test(code)) return t('checks.badCertificate')
  return code === '' ? t('checks.unreachable') : t('checks.unreachableCode', { code })
}
