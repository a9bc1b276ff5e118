import { describe, expect, test } from 'vitest'
import { itemAt } from '../../../../shared/base/item-at'
import { ignoreHere } from '../../../../shared/checks/findings/ignore-here'
import { parseFrontMatter } from '../../../../shared/front-matter/read/parse'
import { applyTextChanges } from '../../../../shared/text/text-change'
import { checkedSite } from '../../../support/checked-site'

const head = '---\ntitle: One\n---\n\n'
const site = (text: string, id: string) =>
  checkedSite({ posts: { [id]: text }, files: { 'static/x.png': 1 }, now: '2024-06-01' })

/** The text after the first finding is ignored; null if no comment can be written. */
const ignored = (text: string, id = 'one.md'): string | null => {
  const change = ignoreHere(text, itemAt(site(text, id).of(id), 0), id.endsWith('.mdx'))
  return change && applyTextChanges(text, [change])
}

describe('a comment in the text', () => {
  test.each([
    ['alone', '![](/x.png)', '<!-- postwright-ignore image-alt -->\n![](/x.png)'],
    ['with a text before', 'a\n\n![](/x.png)\n', 'a\n\n<!-- postwright-ignore image-alt -->\n![](/x.png)\n'],
    [
      'inside a paragraph',
      'a\nb ![](/x.png)\nc\n',
      '<!-- postwright-ignore image-alt -->\na\nb ![](/x.png)\nc\n',
    ],
    ['in a list', '- a\n- ![](/x.png)\n', '<!-- postwright-ignore image-alt -->\n- a\n- ![](/x.png)\n'],
    [
      'below a list item',
      '- a\n\n  ![](/x.png)\n',
      '- a\n\n  <!-- postwright-ignore image-alt -->\n  ![](/x.png)\n',
    ],
    ['in a quote', '> a\n> ![](/x.png)\n', '<!-- postwright-ignore image-alt -->\n> a\n> ![](/x.png)\n'],
    [
      'in a table',
      '| a |\n| - |\n| ![](/x.png) |\n',
      '<!-- postwright-ignore image-alt -->\n| a |\n| - |\n| ![](/x.png) |\n',
    ],
    ['a heading', '## a\n\n#### b\n', '## a\n\n<!-- postwright-ignore heading-order -->\n#### b\n'],
    ['an open code block', 'a\n\n```\nb\n', 'a\n\n<!-- postwright-ignore fence-open -->\n```\nb\n'],
    ['an unused definition', 'a\n\n[b]: /c\n', 'a\n\n<!-- postwright-ignore reference-unused -->\n[b]: /c\n'],
    [
      'HTML',
      '<p>\n<img src="/x.png">\n</p>',
      '<!-- postwright-ignore image-alt -->\n<p>\n<img src="/x.png">\n</p>',
    ],
    [
      'after a line with blanks',
      'a\n  \n![](/x.png)',
      'a\n  \n<!-- postwright-ignore image-alt -->\n![](/x.png)',
    ],
  ])('%s', (_name, before, after) => {
    expect(ignored(head + before)).toBe(head + after)
    expect(site(head + after, 'one.md').told('one.md')).toEqual([])
  })

  test('in MDX it is written between braces', () => {
    const after = `${head}{/* postwright-ignore image-alt */}\n![](/x.png)\n`
    expect(ignored(`${head}![](/x.png)\n`, 'one.mdx')).toBe(after)
    expect(site(after, 'one.mdx').told('one.mdx')).toEqual([])
  })

  test('without front matter', () => {
    expect(ignored('![](/x.png)\n')).toBe('<!-- postwright-ignore image-alt -->\n![](/x.png)\n')
  })
})

describe('a comment in the front matter', () => {
  test.each([
    ['YAML', '---\ntitle: One\nimage: /y.png\n---\n', 'image: /y.png # postwright-ignore field-image'],
    [
      'quotes',
      '---\ntitle: One\nimage: "/y.png"  \n---\n',
      'image: "/y.png" # postwright-ignore field-image  ',
    ],
    ['a list', '---\nimages:\n  - /y.png\n---\n', '  - /y.png # postwright-ignore field-image'],
    [
      'TOML',
      '+++\ntitle = "One"\nimage = "/y.png"\n+++\n',
      'image = "/y.png" # postwright-ignore field-image',
    ],
  ])('%s', (_name, before, line) => {
    const after = ignored(before) ?? ''
    expect(after.split('\n')).toContain(line)
    expect(parseFrontMatter(after)).toMatchObject({
      data: parseFrontMatter(before).kind === 'parsed' ? {} : null,
    })
    expect(site(after, 'one.md').told('one.md')).toEqual([])
  })

  test.each([
    ['JSON', '{\n  "title": "One",\n  "image": "/y.png"\n}\n'],
    ['a value of several lines', '---\ntitle: One\nimage: >-\n  /y.png\n---\n'],
  ])('%s takes none', (_name, text) => {
    expect(site(text, 'one.md').of('one.md')).toHaveLength(1)
    expect(ignored(text)).toBeNull()
  })

  test('what is missing is ignored for the whole post', () => {
    const text = '---\ntitle: One\n---\n\nText.\n'
    const config = { fields: { author: { required: true } } }
    const of = (posts: Readonly<Record<string, string>>) => checkedSite({ posts, config }).of('one.md')
    const change = ignoreHere(text, itemAt(of({ 'one.md': text }), 0), false)
    const after = applyTextChanges(text, change ? [change] : [])
    expect(after).toBe('---\n# postwright-ignore-post field-required\ntitle: One\n---\n\nText.\n')
    expect(of({ 'one.md': after })).toEqual([])
  })
})
