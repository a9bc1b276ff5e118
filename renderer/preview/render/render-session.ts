import { languageName } from '../../../shared/markdown/code/code-languages'
import { escapeCode } from '../../../shared/markdown/code/code-text'
import { cutHtml } from '../../../shared/markdown/html/cut-html'
import { type FormulaRenderer, loadFormulas } from '../../../shared/markdown/inlines/formulas'
import { BlockRenderer } from '../../../shared/markdown/page/blocks'
import type { PagePatch } from '../../../shared/markdown/page/page'
import { t } from '../../../shared/texts/translate'
import { changesOf } from './change-set-json'
import { CodeCache } from './code-cache'
import { pageOptions } from './page-options'
import type { RenderReply, RenderRequest } from './render-messages'

/** Milliseconds of work before checking for messages, the longest that a key waits. */
const sliceMs = 8
const firstBlocks = 40
const firstSliceMs = 60
/** Milliseconds for the window to show a patch before code is highlighted. */
const afterPageMs = 100
/** Milliseconds in which arriving highlighting is collected and drawn together. */
const gatherMs = 100
/** The largest block: the window lays it out as a whole, in quadratic time for text without breaks. */
const limits = { most: 1_000_000, maxInline: 100_000 }

/** The worker's side of the preview: keeps the text, answers each request with a patch. */
export class RenderSession {
  private renderer: BlockRenderer | null = null
  private run = 0
  private version = 0
  private formulas: FormulaRenderer | null = null
  private formulasAsked = false
  private readonly arrived = new Set<string>()
  private redrawnAt = Number.NEGATIVE_INFINITY
  private readonly code = new CodeCache((name) => this.redraw(name))

  constructor(private readonly reply: (reply: RenderReply) => void) {}

  /** Takes one request of the window. */
  take(request: RenderRequest): void {
    if (request.kind === 'highlighter') this.code.connect(request.port)
    else if (request.kind === 'open') this.open(request)
    else if (request.run !== this.run)
      return // about a text that is no longer shown
    else if (request.kind === 'change') this.change(request)
    else this.more()
  }

  private open(request: Extract<RenderRequest, { kind: 'open' }>): void {
    const { run, version, postId, text, avoid, careful } = request
    this.run = run
    this.version = version
    this.code.hold()
    this.renderer = new BlockRenderer(
      {
        ...pageOptions(postId, request),
        highlight: (code, language) => this.highlight(code, language),
        math: (tex, display) => this.formula(tex, display),
        ...(careful ? { onBlock: (firstLine: string) => this.reply({ kind: 'at', run, firstLine }) } : {}),
      },
      new Set(avoid),
    )
    this.renderer.load(text)
    this.send(this.renderer.renderMore(endOfFirstSlice()))
  }

  private change({ version, changes }: Extract<RenderRequest, { kind: 'change' }>): void {
    if (!this.renderer) return
    this.version = version
    this.code.rest()
    this.send(this.renderer.update(changesOf(changes), endOfSlice()))
  }

  private more(): void {
    if (!this.renderer) return
    this.send(this.renderer.renderMore(endOfSlice()))
  }

  // Answers about code arrive singly; their changes are drawn together, after queued requests.
  private redraw(name: string): void {
    const isAsked = this.arrived.size > 0
    this.arrived.add(name)
    if (isAsked) return
    const justDrawn = performance.now() - this.redrawnAt < gatherMs
    setTimeout(
      () => {
        this.redrawnAt = performance.now()
        if (this.renderer) this.send(this.renderer.redrawWaiting(endOfSlice(), this.arrived))
        this.arrived.clear()
      },
      justDrawn ? gatherMs : 0,
    )
  }

  private send(patch: ReturnType<BlockRenderer['renderMore']>): void {
    const { run, version } = this
    const finished = this.renderer?.finished ?? true
    this.reply({
      kind: 'patch',
      run,
      version,
      patch: { ...patch, drawn: patch.drawn.map(shortened) },
      finished,
    })
    if (finished) setTimeout(() => this.code.release(), afterPageMs)
  }

  private highlight(code: string, language: string): { html: string; final: boolean } {
    if (languageName(language) === null) return { html: escapeCode(code), final: true }
    return this.code.highlight(code, language)
  }

  private formula(tex: string, display: boolean): string | null {
    if (this.formulas) return this.formulas(tex, display)
    if (!this.formulasAsked) {
      this.formulasAsked = true
      loadFormulas().then(
        (formulas) => {
          this.formulas = formulas
          this.redraw('formulas')
        },
        (error: unknown) =>
          this.reply({
            kind: 'failed',
            run: this.run,
            message: t('preview.formulasFail', { reason: String(error) }),
          }),
      )
    }
    return null
  }
}

const shortened = (block: PagePatch['drawn'][number]): PagePatch['drawn'][number] => {
  const html = cutHtml(block.html, limits)
  if (html === block.html) return block
  return { ...block, html: `${html}<p class="block-notice">${t('preview.restTooLong')}</p>`, lone: false }
}

const endOfSlice = (): (() => boolean) => {
  const until = performance.now() + sliceMs
  return () => performance.now() >= until
}

/** The first screen is sent as a whole: each further part costs a frame. */
const endOfFirstSlice = (): (() => boolean) => {
  const start = performance.now()
  let blocks = 0
  return () => {
    const spent = performance.now() - start
    return ++blocks > firstBlocks ? spent >= sliceMs : spent >= firstSliceMs
  }
}
