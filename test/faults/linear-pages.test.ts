import { describe, expect, test } from 'vitest'
import { recordOfText } from '../../electron/library/checks/read-record'
import type { MarkdownFeatures } from '../../shared/markdown/options/features'
import { featuresOf } from '../../shared/markdown/options/presets'
import { renderPost } from '../../shared/markdown/page/render-post'
import { long } from '../support/fault-tools'
import { plainSite } from '../support/open-library'
import { renderers } from '../support/renderers'
import { type Repeated, repeatedSigns, slowUnits } from '../support/repeated-signs'
import { noteTrial } from '../support/trial'

/** Units that once took quadratic time, in texts that are long enough. */
const slowOnce = [
  ...[
    '"',
    "'a",
    '~~"',
    "'\n",
    '<p>\n\n',
    '{{#',
    '[a](',
    '<http://',
    '{% raw %}',
    '{{/*',
    '- {/*\n',
    'a <!--',
  ],
  ...['<a\n', '<div># a\n', 'a|b\n<svg>', '<div>\n{::', '<pre>::: a\n', '- <!--\n', '__www.a.'],
]

const expectLinear = (units: readonly string[], repeated: Repeated, work: (text: string) => unknown) => {
  const slow = slowUnits(units, repeated, work)
  noteTrial('Pages of repeated signs', { tried: units.length, survived: units.length - slow.length })
  expect(slow).toEqual([])
}

/** The units of a share of the run: all together take an hour. */
const someOf = (by: number) => {
  const share = Number(process.env.POSTWRIGHT_SHARE ?? 8)
  return [...slowOnce, ...repeatedSigns(by + 1).filter((_, at) => (at + by) % share === 0)]
}

const short: Repeated = { length: 12_000, noticedMs: 40 }
/** Some work shows only where strings are so long that they are kept in another way. */
const longer: Repeated = { length: 200_000, noticedMs: 1_000 }

const render = (features: MarkdownFeatures) => (text: string) =>
  renderPost(text, { features, assetUrl: () => null, remoteImages: 'show' })

// Thousands of pages: part of the long run.
describe.runIf(long).each(Object.entries(renderers))(
  'a page of %s takes as long as its text',
  (name, features) => {
    test('whatever is repeated in it', () =>
      expectLinear(repeatedSigns(name.length), short, render(features)))
    test('also where that is long', () => expectLinear(someOf(name.length), longer, render(features)))
  },
)

describe.runIf(long).each(['hugo', 'jekyll', 'hexo'] as const)(
  'the checks of a post of %s take as long as its text',
  (name) => {
    const rules = { layout: plainSite('.', name), features: renderers[name] ?? featuresOf('marked') }
    const check = (text: string) => recordOfText('a.md', `---\ntitle: A\n---\n\n${text}`, rules)
    test('whatever is repeated in it', () => expectLinear(repeatedSigns(name.length), short, check))
    test('also where that is long', () => expectLinear(someOf(name.length), longer, check))
  },
)
