import { describe, expect, test } from 'vitest'
import { parseFrontMatter } from '../../../../shared/front-matter/read/parse'

const told = (content: string) => {
  const read = parseFrontMatter(`---\n${content}---\n`)
  return read.kind === 'broken' ? `${read.line}: ${read.message}` : read.kind
}

describe('the line and the cause that are true', () => {
  test.each([
    ['title：你好\ndate: 2024-01-01\n', /^2: The colon is a full-width one/],
    ['date: 2024-01-01\ntitle：你好\n', /^3: The colon is a full-width one/],
    ['title：你好\n', /^2: The colon is a full-width one/],
    ['date: 2024-01-01\ntitle ：你好\ntags: [a]\n', /^3: The colon is a full-width one/],
    ['title:Hello\ndate: 2024-01-01\n', /^2: A space is missing after the colon/],
    ['title:Hello\n', /^2: A space is missing after the colon/],
    ['title: a\ndate:2024-01-01\ntags: [a]\n', /^3: A space is missing after the colon/],
    ['title:Hello\ndate:2024-01-01\nimage: x\n', /^2: A space is missing after the colon/],
    ['title:\u00a0Hello\ndate: 2024-01-01\n', /^2: .*no-break space/],
    ['title: a\ninfo:\u3000x\ndate: 2024-01-01\n', /^3: .*no-break space/],
    ['title: "T"\ninfo: "" "oops"\n', /^3: There is text after the closing quotation mark/],
    ["title: 'It' s me'\ndate: 2024-01-01\n", /^2: There is text after the closing quotation mark/],
    ['title: "a\ninfo: x\ndate: 2024-01-01\n', /^2: A quotation mark is opened here and not closed/],
    ['title: "a\ninfo: "x"\ndate: 2024-01-01\n', /^2: A quotation mark is opened here and not closed/],
    ["title: a\ninfo: 'x\ndate: 2024-01-01\n", /^3: A quotation mark is opened here and not closed/],
    ['title: a\ninfo: "x\n', /^3: A quotation mark is opened here and not closed/],
    ['title: a\ntags: [a, b\ndate: 2024-01-01\n', /^3: A “\[” is opened here and not closed/],
    ['title: a: b\n', /^2: This value needs quotes/],
    ['title: a\ntitle: b\n', /^3: The key “title” occurs twice/],
    ['title: a\n\tx: 1\n', /^3: .*tab/i],
    ['title: a\n  sub: b\nx: 1\n', /^3: The indentation does not match/],
    ['title: a\n date: 2024\n', /^3: The indentation does not match/],
    ['author:\n    name: x\n  mail: y\n', /^4: The indentation does not match/],
    ['list:\n  - a\n - b\ndate: 2024\n', /^4: The indentation does not match/],
    ['list:\n  - name: a\n     x: b\n', /^4: The indentation does not match/],
    ['list:\n  - name: a\n   x: b\n', /^4: The indentation does not match/],
    [' title: a\ndate: 2024\n', /^3: The indentation does not match/],
    ['title: a\njust words\ndate: 2024\n', /^3: This line is not a field/],
    ['title: a\n\njust words\n# why\ndate: 2024\n', /^4: This line is not a field/],
    ['info: |\ntext\n', /^3: This line is not a field/],
    ['author:\n  name: a: b\n', /^3: This value needs quotes/],
    ['list:\n  - a: b: c\n', /^3: This value needs quotes/],
    ['author:\n  name: x\ntitle: a: b\n', /^4: This value needs quotes/],
  ])('%j', (content, expected) => expect(told(content)).toMatch(expected))
})

test.each([
  'title: "a\n  goes on"\nx: 1\n',
  'title: http://x.y\nx: 1\n',
  'title: a:b\n',
  'text: |\n  key:value\n  key：value\nx: 1\n',
  'tags: [a,\n  b]\nx: 1\n',
  'title: a\n  goes on\nx: 1\n',
  'list:\n- a\n - b\n',
  'a:\n  b:\n    c: 1\n  d: 2\ne: 3\n',
])('what reads is not complained about: %j', (content) => expect(told(content)).toBe('parsed'))
