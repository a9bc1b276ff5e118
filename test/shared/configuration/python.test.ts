import { expect, test } from 'vitest'
import { readPython } from '../../../shared/configuration/python'

test.each([
  ["SITEURL = 'https://e.org'  # where it is\n", { SITEURL: 'https://e.org' }],
  ['PATH = "content"\n# PATH = "old"\nX = 3', { PATH: 'content', X: 3 }],
  ["ARTICLE_PATHS = ['blog',\n  'news', # and\n]\n", { ARTICLE_PATHS: ['blog', 'news'] }],
  [
    'POSTS = (\n  ("posts/*.md", "posts", "post.tmpl"),\n)\n',
    { POSTS: [['posts/*.md', 'posts', 'post.tmpl']] },
  ],
  ['A = {\'x\': True, "y": None}', { A: { x: true, y: null } }],
  ["A = ('one'\n     ' two')", { A: 'one two' }],
  ["A = 'it\\'s'; B = 1\nC = 2", { C: 2 }],
  ["A = os.environ.get('X')\nB = A\nC = -1.5\nD = ''", { C: -1.5, D: '' }],
  ['A = """one\ntwo"""\n', { A: 'one\ntwo' }],
  ["def f():\n    A = 'inside'\nB = 'x'", { B: 'x' }],
  ["A == 'x'\nB = f'{x}'\nC = 'x' % y\nD = [", {}],
  [`A = ${'['.repeat(10_000)}`, {}],
])('%s', (code, expected) => expect(readPython(code)).toEqual(expected))
