import MarkdownIt from 'markdown-it'
import { full } from 'markdown-it-emoji'
import names from 'markdown-it-emoji/lib/data/full.mjs'
import { expect, it } from 'vitest'
import { emoji } from '../../../../shared/markdown/inlines/emoji'
import { fc } from '../../../support/properties'

const ours = new MarkdownIt({ linkify: true }).use(emoji, { emoticons: false })
const theirs = new MarkdownIt({ linkify: true }).use(full, { shortcuts: {} })

it('shows every name there is', () => {
  for (const [name, sign] of Object.entries(names))
    expect(ours.renderInline(`a :${name}: b`)).toBe(`a ${sign} b`)
})

it('leaves code, addresses and unknown names as they are', () => {
  expect(ours.renderInline('`:smile:` :no-such-name: :constructor: 12:30:45')).toBe(
    '<code>:smile:</code> :no-such-name: :constructor: 12:30:45',
  )
  expect(ours.renderInline('https://example.com/:smile:')).toBe(
    '<a href="https://example.com/:smile:">https://example.com/:smile:</a>',
  )
})

it('reads as the plugin whose names it uses', () => {
  const piece = fc.constantFrom(
    ...[
      ':',
      '::',
      'smile',
      ':smile:',
      '+1',
      ':-1:',
      'a',
      ':a:',
      ' ',
      '*',
      '[',
      '](x)',
      '`',
      '<b>',
      '\n',
      'é',
    ],
    ...['https://example.com/', ':tada', 'x:'],
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('')
      expect(ours.render(text)).toBe(theirs.render(text))
    }),
    { numRuns: 2000 },
  )
})

it('reads emoticons as the plugin does, where the renderer has them', () => {
  const withThem = new MarkdownIt({ linkify: true }).use(emoji, { emoticons: true })
  const plugin = new MarkdownIt({ linkify: true }).use(full)
  for (const text of [
    ':) ;-) (:P) "8-)" x:) :)x a :/ b http://x.org :D, <3 </3 O:) >:( ]:) :smile: :)',
    'https://example.com/:) [:)](x) `:)` **:)** 12:30 :-) end',
    ":'( ;( B-) :$ X-) no:D :D no",
  ])
    expect(withThem.renderInline(text)).toBe(plugin.renderInline(text))
})
