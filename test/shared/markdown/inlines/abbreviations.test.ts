import { expect, test } from 'vitest'
import { WordFinder } from '../../../../shared/markdown/inlines/abbreviations'
import { BlockRenderer } from '../../../../shared/markdown/page/blocks'
import { renderPost } from '../../../../shared/markdown/page/render-post'
import { html, markdownOptions } from '../../../support/markdown-options'

test('the longest word counts, between signs and blanks only', () => {
  expect(html('HTML5, (HTML) HTML-x XHTML HTMLs\n\n*[HTML]: a\n*[HTML5]: b')).toBe(
    '<p><abbr title="b">HTML5</abbr>, (<abbr title="a">HTML</abbr>) <abbr title="a">HTML</abbr>-x XHTML HTMLs</p>',
  )
  expect(html('*A* A,A\n\n*[A]: a')).toBe(
    '<p><em><abbr title="a">A</abbr></em> <abbr title="a">A</abbr>,<abbr title="a">A</abbr></p>',
  )
  expect(html('C++ and W3C HTML\n\n*[C++]: c\n*[W3C HTML]: w')).toBe(
    '<p><abbr title="c">C++</abbr> and <abbr title="w">W3C HTML</abbr></p>',
  )
})

test('words that hardly differ are told apart, and very long ones looked for nowhere', () => {
  const finder = new WordFinder(['a', 'ab', 'b', 'x'.repeat(101)])
  expect(finder.at('abc', 0)).toBe('ab')
  expect(finder.at('abc', 0, (end) => end === 1)).toBe('a')
  expect(finder.at('abc', 2)).toBeNull()
  expect([finder.isIn('cab'), finder.isIn('xyz'), finder.isIn('x'.repeat(200))]).toEqual([true, false, false])
})

test.each(['H&#84;ML', 'see <https://e.org/ %48TML>', '[x](a) H\\+L', 'a -- b'])(
  'a definition that comes later finds words that the source spells otherwise: %s',
  (source) => {
    const options = markdownOptions('everything', { typography: true })
    for (const definition of ['*[HTML]: a', '*[H+L]: a', '*[–]: a']) {
      const renderer = new BlockRenderer(options)
      renderer.load(`${source}\n\n`)
      renderer.renderAll()
      renderer.update([{ from: source.length + 2, to: source.length + 2, insert: definition }])
      expect(renderer.page().html).toBe(renderPost(`${source}\n\n${definition}`, options).html)
    }
  },
)

/** The cost of all patterns while a post is rendered: their length times the length of the text. */
const patternWork = (text: string): number => {
  const { exec } = RegExp.prototype
  let work = 0
  RegExp.prototype.exec = function (this: RegExp, input: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0
    const found = exec.call(this, input)
    work += this.source.length * ((found ? found.index + found[0].length : input.length) - from)
    return found
  }
  try {
    renderPost(text, markdownOptions())
  } finally {
    RegExp.prototype.exec = exec
  }
  return work
}

test('thousands of abbreviations used thousands of times take work that grows no faster than the post', () => {
  const post = (count: number): string => {
    const words = Array.from({ length: count }, (_, index) => `AB${index}`)
    const uses = Array.from({ length: 4 * count }, (_, index) => words[(index * 7) % count])
    const paragraphs = Array.from({ length: count / 10 }, (_, index) =>
      uses.slice(index * 40, index * 40 + 40).join(' '),
    )
    return [...words.map((word) => `*[${word}]: word`), '', paragraphs.join('\n\n')].join('\n')
  }
  expect(patternWork(post(800)) / patternWork(post(400))).toBeLessThan(2.4)
  expect(renderPost(post(3200), markdownOptions()).html.match(/<abbr /g)).toHaveLength(12_800)
})
