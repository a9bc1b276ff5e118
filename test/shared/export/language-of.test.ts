import { expect, test } from 'vitest'
import {
  asLanguageTag,
  directionOf,
  directionOfPage,
  statedLanguage,
} from '../../../shared/export/language-of'

test.each([
  ['de', { lang: 'de' }, 'en', 'de'],
  ['de-AT', { Language: 'de_AT' }, null, 'de-AT'],
  ['en', {}, 'en', 'en'],
  ['the site for a language that is none', { lang: 'German' }, 'fr', 'fr'],
  ['nothing', { title: 'x' }, null, null],
  ['nothing for a list', { lang: ['de'] }, undefined, null],
] as const)('a head and its site say %s', (_, head, site, language) =>
  expect(statedLanguage(head, site)).toBe(language),
)

test('the direction is that of the first letter', () => {
  expect(directionOf('“שלום” world')).toBe('rtl')
  expect(directionOf('1. Hello שלום')).toBe('ltr')
  expect(directionOf('123')).toBe('ltr')
})

test.each([
  ['iPhone ביקורת', 'he', 'rtl'],
  ['', 'ar', 'rtl'],
  ['Docker', 'fa-IR', 'rtl'],
  ['שלום', 'en', 'rtl'],
  ['Docker', 'en', 'ltr'],
  ['Selam', 'ku', 'ltr'],
  ['Salam', 'ar-Latn', 'ltr'],
  ['Punjabi', 'pa-Arab-PK', 'rtl'],
  ['Archaic', 'arn', 'ltr'],
] as const)('a page called %j in %s reads %s', (title, language, direction) =>
  expect(directionOfPage(title, language)).toBe(direction),
)

test('only language tags are taken for one', () => {
  expect(['en', 'en_GB', 'de_DE.UTF-8', 'zh-Hant-TW', ' he '].map(asLanguageTag)).toEqual([
    'en',
    'en-GB',
    'de-DE',
    'zh-Hant-TW',
    'he',
  ])
  expect(['', 'English (UK)', '"><script>', 5, null].map(asLanguageTag)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ])
})
