import type MarkdownIt from 'markdown-it'
import { doubleMark } from './double-marks'

/** `++inserted++` */
export const insert = (md: MarkdownIt): void =>
  doubleMark(md, { name: 'insert', sign: '+', lengths: [2], tag: 'ins', token: 'insert' })
