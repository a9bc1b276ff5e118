import { isBlank } from './lines'

// How kramdown's blocks begin, from its documentation; each pattern is tested against one line.

export const indented = /^(?: {4}|\t)/
export const fence = /^ {0,3}(~{3,}|`{3,})\s*?(?:([^\s`]+?)(?:\?\S*)?)?\s*$/
export const fenceLike = /^ {0,3}[~`]{3,}/
export const quote = /^ {0,3}> ?/
export const atx = /^(#{1,6})[\t ]+(.*)$/
export const rule = /^ {0,3}(\*|-|_)[ \t]*\1[ \t]*\1(?:\1|[ \t])*$/
export const bullet = /^( {0,3}[+*-])([\t |].*)$/
const numbered = /^( {0,3}\d+\.)([\t |].*)$/
export const definition = /^( {0,3}:)([\t |].*)$/
export const underline = /^([-=])[-=]*[ \t]*$/
export const endOfBlock = /^\^\s*$/
export const blockAttributes = /^ {0,3}\{:(?!:|\/)((?:\\\}|[^}])+)\}\s*$/
export const namedAttributes = /^ {0,3}\{:(\w[\w-]*):((?:\\\}|[^}])+)\}\s*$/
export const footnote = /^ {0,3}\[\^(\w[\w-]*)\]:\s*?(.*)$/
export const reference = /^ {0,3}\[([^\n\]]+)\]:[ \t]*(\S.*)$/
export const abbreviation = /^ {0,3}\*\[(.+?)\]:(.*)$/
export const extension = /^ {0,3}\{::(\w+)(?:\s((?:\\\}|[^}])*?))?(\/)?\}\s*$/

const spanElements =
  'a|abbr|acronym|b|big|bdo|br|button|cite|code|del|dfn|em|i|img|input|ins|kbd|label|mark|option|q|rb|rbc|rp|rt|rtc|ruby|samp|select|small|span|strong|sub|sup|time|u|var'
/** The tag of a block element, or a comment. */
export const blockTag = new RegExp(
  `^ {0,3}<(?:!--|/?(?!(?:${spanElements})\\b)[A-Za-z_][\\w.:-]*(?=\\s|/?>|$))`,
  'i',
)
const endsLazily = new RegExp(`^ {0,3}</?(?!(?:${spanElements}|script)\\b)[A-Za-z_][\\w.:-]*`, 'i')

/** Whether a line that is not indented ends a quote, list or indented code instead of continuing it. */
export const endsLazy = (text: string): boolean =>
  isBlank(text) || blockAttributes.test(text) || endOfBlock.test(text) || endsLazily.test(text)

export const listStart = (text: string): boolean => bullet.test(text) || numbered.test(text)

/** Whether a paragraph ends before a line, with the quirks of the GFM parser that Jekyll uses. */
export const endsParagraph = (text: string): boolean =>
  endsLazy(text) ||
  listStart(text) ||
  atx.test(text) ||
  definition.test(text) ||
  quote.test(text) ||
  fenceLike.test(text)
