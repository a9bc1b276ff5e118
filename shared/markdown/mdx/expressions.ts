/** In characters; longer expressions are left as written. */
const longestExpression = 4000

/** The offset after the `}` that closes the `{` at `at`; null if none does before `max`. */
export const endOfExpression = (src: string, at: number, max: number): number | null => {
  let depth = 0
  const limit = Math.min(max, at + longestExpression)
  for (let i = at; i < limit; i++) {
    const sign = src[i]
    if (sign === '{') depth++
    else if (sign === '}' && --depth === 0) return i + 1
    else if (sign === '"' || sign === "'" || sign === '`') {
      const end = endOfString(src, i, limit)
      if (end === null) continue // an apostrophe in a comment
      i = end
    } else if (sign === '/' && src[i + 1] === '*') {
      const end = indexBefore(src, '*/', i + 2, limit)
      if (end === null) return null
      i = end + 1
    } else if (sign === '/' && src[i + 1] === '/') {
      const end = indexBefore(src, '\n', i, limit)
      if (end === null) return null
      i = end
    }
  }
  return null
}

/** Where a text next begins from `from` on; null if it does not before `limit`, beyond which nothing is read. */
export const indexBefore = (src: string, text: string, from: number, limit: number): number | null => {
  const at = src.slice(from, limit + text.length - 1).indexOf(text)
  return at < 0 ? null : from + at
}

const endOfString = (src: string, at: number, limit: number): number | null => {
  const quote = src[at]
  for (let i = at + 1; i < limit; i++) {
    if (src[i] === '\\') i++
    else if (src[i] === quote) return i
    else if (src[i] === '\n' && quote !== '`') return null
  }
  return null
}

const comments = /\/\*[\s\S]*?\*\/|\/\/[^\n]*/g

/**
 * What an expression of literals shows: strings, numbers and their arithmetic; an empty string for comments,
 * `true` or `null`. Null if the expression would have to be run.
 */
export const shownValue = (expression: string): string | null => {
  const code = expression.replace(/^\s*(?:\/\*[\s\S]*?\*\/\s*|\/\/[^\n]*(?:\n|$)\s*)+/, '').trim()
  if (code === '' || /^(?:true|false|null|undefined)$/.test(code)) return ''
  const text = /^(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\$]|\\.|\$(?!\{))*)`)$/.exec(code)
  if (text) return unescaped(text[1] ?? text[2] ?? text[3] ?? '')
  const bare = code.replace(comments, ' ')
  return /^[\d\s.+\-*/%()]+$/.test(bare) ? arithmetic(bare) : null
}

/** The file or address that an attribute takes from `require('./a.png').default` or `useBaseUrl('/a.png')`; null if none. */
export const namedFile = (expression: string): string | null =>
  /^\s*(?:require|useBaseUrl|withBaseUrl)\(\s*(["'`])([^"'`\\\n]*)\1\s*\)(?:\.default)?\s*$/.exec(
    expression,
  )?.[2] ?? null

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' }
const unescaped = (text: string): string =>
  text.replace(
    /\\(?:u\{([0-9a-f]{1,6})\}|u([0-9a-f]{4})|x([0-9a-f]{2})|([\s\S]))/gi,
    (_all, a, b, c, sign: string) => {
      const code = Number.parseInt(a ?? b ?? c ?? '', 16)
      if (Number.isNaN(code)) return escapes[sign] ?? sign
      return code <= 0x10_ffff ? String.fromCodePoint(code) : ''
    },
  )

const arithmetic = (code: string): string | null => {
  const tokens = code.match(/\d+(?:\.\d+)?|\.\d+|[+\-*/%()]/g) ?? []
  if (tokens.join('') !== code.replace(/\s/g, '') || tokens.length > 100) return null
  let at = 0
  const factor = (): number => {
    const token = tokens[at++]
    if (token === '-') return -factor()
    if (token === '+') return factor()
    if (token === '(') {
      const value = sum()
      return tokens[at++] === ')' ? value : Number.NaN
    }
    return Number(token ?? Number.NaN)
  }
  const product = (): number => {
    let value = factor()
    for (let sign = tokens[at]; sign === '*' || sign === '/' || sign === '%'; sign = tokens[at]) {
      at++
      const right = factor()
      value = sign === '*' ? value * right : sign === '/' ? value / right : value % right
    }
    return value
  }
  const sum = (): number => {
    let value = product()
    for (let sign = tokens[at]; sign === '+' || sign === '-'; sign = tokens[at]) {
      at++
      value = sign === '+' ? value + product() : value - product()
    }
    return value
  }
  const value = sum()
  return at === tokens.length && !Number.isNaN(value) ? String(value) : null
}
