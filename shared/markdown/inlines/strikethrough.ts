import type MarkdownIt from 'markdown-it'
import { doubleMark } from './double-marks'

/** `~~gone~~` and `~gone~`: one or two tildes on both sides, as GitHub, Goldmark and remark-gfm read them. */
export const strikethrough = (md: MarkdownIt): void =>
  doubleMark(md, { name: 'strikethrough', sign: '~', lengths: [1, 2], tag: 'del', token: 's' })
