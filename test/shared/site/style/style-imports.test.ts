import { expect, test } from 'vitest'
import { preludeOf } from '../../../../shared/site/style/style-imports'

const importsOf = (css: string): readonly string[] =>
  preludeOf(css).imports.map(({ reference, within }) => `${reference}: ${within('X').replace(/\s+/g, ' ')}`)

test('an import is named in each of the ways it is written', () => {
  expect(
    importsOf(`@charset "utf-8";
/* ours */
@import "a.css";
@import 'b.css';
@IMPORT url(c.css);
@import url("d.css") ;
@import url('e%20e.css?v=1');`),
  ).toEqual(['a.css: X', 'b.css: X', 'c.css: X', 'd.css: X', 'e%20e.css?v=1: X'])
})

test('conditions and layers go with what is imported under them', () => {
  expect(
    importsOf(`@import "a.css" screen and (min-width: 40em), print;
@import "b.css" layer;
@import "c.css" layer(base.reset);
@import "d.css" supports(display: grid) screen;
@import "e.css" layer(x) supports((a: b) and (not (c: d))) (orientation: landscape);`),
  ).toEqual([
    'a.css: @media screen and (min-width: 40em), print { X }',
    'b.css: @layer { X }',
    'c.css: @layer base.reset { X }',
    'd.css: @media screen { @supports (display: grid) { X } }',
    'e.css: @media (orientation: landscape) { @supports ((a: b) and (not (c: d))) { @layer x { X } } }',
  ])
})

test('imports count before all rules only, and the order of layers before them stays', () => {
  const css = '@layer reset, base;\n@import "a.css";\nh1 { color: red }\n@import "late.css";'
  expect(preludeOf(css).layers).toBe('@layer reset, base;\n')
  expect(importsOf(css)).toEqual(['a.css: X'])
  expect(importsOf('@layer base { h1 { color: red } }\n@import "late.css";')).toEqual([])
})

test.each([
  '@import;',
  '@import 5;',
  '@import url();',
  '@import foo(a.css);',
  '} @import "a.css',
  '@import "a.css" {',
  '',
])('nothing is made of %j', (css) => expect(importsOf(css)).toEqual([]))
