import {
  execAt,
  isAssetPath,
  kindByEnding,
  type Reference,
  type ReferenceReader,
  type WrittenIn,
} from './reference'

const shortcode =
  /\{\{[<%]-?[ \t\n]*([\w./-]+)(?![\w./-])((?:[^"`<>%{]|\{(?!\{[<%])|"(?:[^"\\\n]|\\.)*"|`[^`]*`|[<>%](?!\}\})){0,2000}?)[>%]\}\}/y
const parameter = /\s*(?:([\w-]+)=)?(?:"((?:[^"\\\n]|\\.)*)"|`([^`\n]*)`|([^\s"`=/][^\s"`=]*))/y
const liquidTag = /\{%-?[ \t]*([\w-]+)[ \t]((?:[^%\n]|%(?!\}))*)%\}/y
const liquidText = /\{\{-?\s*(?:"([^"\n]+)"|'([^'\n]+)')\s*\|([^}\n]*)\}\}/y

const linkNames = new Set(['link', 'href', 'url', 'page', 'path', 'to'])
const fileNames = new Set([
  'src',
  'image',
  'img',
  'image_path',
  'poster',
  'cover',
  'file',
  'video',
  'background',
])

/** Tags of Hugo, Liquid and Hexo that name a page or a file. */
export const tagReaders: readonly ReferenceReader[] = [
  {
    sign: '{{<',
    isTag: true,
    read: (text, at) => ofShortcode(text, at),
  },
  {
    sign: '{{%',
    isTag: true,
    read: (text, at) => ofShortcode(text, at),
  },
  {
    sign: '{%',
    isTag: true,
    read: (text, at) => {
      const match = execAt(liquidTag, text, at)
      if (!match) return []
      const [whole, tag = '', written = ''] = match
      const args = written.replace(/^[ \t]+|(?<![ \t])[ \t]*-?$/g, '')
      const from = at + whole.indexOf(args, whole.indexOf(tag) + tag.length)
      return args === '' ? [] : ofLiquidTag(tag, args, from)
    },
  },
  {
    sign: '{{',
    isTag: true,
    read: (text, at) => {
      const match = execAt(liquidText, text, at)
      const filters = match?.[3] ?? ''
      const target = match?.[1] ?? match?.[2] ?? ''
      if (!match || !/\b(?:relative_url|absolute_url|url|prepend|url_for|link)\b/.test(filters)) return []
      const from = at + match[0].indexOf(target)
      return [
        {
          kind: kindByEnding(target),
          target,
          from,
          to: from + target.length,
          writtenIn: match[1] === undefined ? 'single' : 'double',
          fromSite: true,
        },
      ]
    },
  },
]

interface Parameter {
  readonly name: string | null
  readonly value: string
  readonly from: number
  readonly writtenIn: WrittenIn
}

const parametersIn = (text: string, start: number): readonly Parameter[] => {
  const found: Parameter[] = []
  for (let at = 0; at < text.length; ) {
    const match = execAt(parameter, text, at)
    if (!match || match[0] === '') break
    at += match[0].length
    const value = match[2] ?? match[3] ?? match[4] ?? ''
    const quote = match[4] === undefined ? 1 : 0
    found.push({
      name: match[1] ?? null,
      value,
      from: start + at - quote - value.length,
      writtenIn: match[2] !== undefined ? 'double' : match[3] !== undefined ? 'backtick' : 'word',
    })
  }
  return found
}

const ofShortcode = (text: string, at: number): readonly Reference[] => {
  const match = execAt(shortcode, text, at)
  if (!match) return []
  const [whole, name = '', rest = ''] = match
  const parameters = parametersIn(rest, at + whole.indexOf(rest, whole.indexOf(name) + name.length))
  if (/^(?:rel)?ref$/.test(name)) {
    const named = parameters.find((one) => one.name === 'path') ?? parameters.find((one) => one.name === null)
    const language = parameters.find((one) => one.name === 'lang')?.value
    return named
      ? [
          {
            ...referenceOf('hugo-ref', named),
            verbatim: true,
            ...(language === undefined ? {} : { language }),
          },
        ]
      : []
  }
  return parameters.flatMap((one) => {
    if (one.name === null) return kindByEnding(one.value) === 'image' ? [referenceOf('image', one)] : []
    if (fileNames.has(one.name)) return [referenceOf('image', one)]
    if (linkNames.has(one.name)) return [referenceOf('link', one)]
    return isAssetPath(one.name, one.value) ? [referenceOf('image', one)] : []
  })
}

const referenceOf = (kind: Reference['kind'], { value, from, writtenIn }: Parameter): Reference => ({
  kind,
  target: value,
  from,
  to: from + value.length,
  writtenIn,
})

const ofLiquidTag = (tag: string, args: string, from: number): readonly Reference[] => {
  const all = (kind: Reference['kind']): readonly Reference[] => [
    { kind, target: args, from, to: from + args.length, writtenIn: 'word', verbatim: true },
  ]
  switch (tag) {
    case 'post_url':
      return all('jekyll-post')
    case 'link':
      return all('jekyll-link')
    case 'post_link':
    case 'post_path':
      return firstWord(args, from, 'hexo-post')
    case 'asset_path':
    case 'asset_link':
      return firstWord(args, from, 'hexo-asset')
    case 'asset_img':
      return wordsOf(args, from)
        .filter(({ value }) => kindByEnding(value) === 'image')
        .slice(0, 1)
        .map((word) => ({ ...referenceOf('hexo-asset', word), verbatim: true }))
    case 'img':
      return wordsOf(args, from)
        .filter(({ value }) => kindByEnding(value) === 'image')
        .slice(0, 1)
        .map((word) => referenceOf('image', word))
    case 'include':
    case 'include_relative':
    case 'render':
      // The included file itself is not a page.
      return inParameters(
        args.replace(/^\S+/, (word) => ' '.repeat(word.length)),
        from,
      )
    default:
      return inParameters(args, from)
  }
}

/** The assets and links in the parameters of a tag: `image_path="/a.png"`, `"/a.png", "Words"`. */
const inParameters = (args: string, from: number): readonly Reference[] =>
  Array.from(args.matchAll(liquidParameter), (match): readonly Reference[] => {
    const name = match[1] ?? null
    const value = match[2] ?? match[3] ?? match[4] ?? ''
    const quote = match[4] === undefined ? 1 : 0
    const writtenIn = match[2] !== undefined ? 'double' : match[3] !== undefined ? 'single' : 'word'
    const at = from + match.index + match[0].length - quote - value.length
    const one: Parameter = { name, value, from: at, writtenIn }
    if (isAssetPath(name, value) && (quote === 1 || value.includes('/'))) return [referenceOf('image', one)]
    if (name === null || quote === 0) return []
    if (fileNames.has(name)) return [referenceOf('image', one)]
    return linkNames.has(name) ? [referenceOf('link', one)] : []
  }).flat()

const liquidParameter = /(?:([\w-]+)\s*[=:]\s*)?(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"'=,|:]+))/g

const firstWord = (args: string, from: number, kind: Reference['kind']): readonly Reference[] =>
  wordsOf(args, from)
    .slice(0, 1)
    .map((word) => ({ ...referenceOf(kind, word), verbatim: true }))

const wordsOf = (args: string, from: number): readonly Parameter[] =>
  Array.from(args.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g), (match) => {
    const value = match[1] ?? match[2] ?? match[3] ?? ''
    const quote = match[3] === undefined ? 1 : 0
    return {
      name: null,
      value,
      from: from + match.index + quote,
      writtenIn: match[1] !== undefined ? 'double' : match[2] !== undefined ? 'single' : 'word',
    }
  })
