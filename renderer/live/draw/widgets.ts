import { type EditorView, WidgetType } from '@codemirror/view'
import { tickChange } from '../../../shared/text/tick-change'
import { t } from '../../../shared/texts/translate'
import type { Stand } from '../reading/marks'
import { imageElement } from './image-element'
import type { Surroundings } from './surroundings'

type Of<K extends Stand['kind']> = Extract<Stand, { readonly kind: K }>

const element = (className: string, text = ''): HTMLElement => {
  const made = document.createElement('span')
  made.className = className
  made.textContent = text
  return made
}

abstract class StandWidget<K extends Stand['kind']> extends WidgetType {
  constructor(
    protected readonly stand: Of<K>,
    protected readonly around: Surroundings,
  ) {
    super()
  }
  override eq(other: StandWidget<K>): boolean {
    return JSON.stringify(other.stand) === JSON.stringify(this.stand) && this.isSameAround(other)
  }
  protected isSameAround(_other: StandWidget<K>): boolean {
    return true
  }
}

class TextStand extends StandWidget<'text'> {
  override toDOM(): HTMLElement {
    return element(this.stand.className, this.stand.text)
  }
}

class RuleStand extends StandWidget<'rule'> {
  override toDOM(): HTMLElement {
    const rule = element('live-rule')
    rule.setAttribute('role', 'separator')
    return rule
  }
}

class NoteStand extends StandWidget<'note'> {
  constructor(
    stand: Of<'note'>,
    around: Surroundings,
    private readonly number: number | undefined,
  ) {
    super(stand, around)
  }
  protected override isSameAround(other: NoteStand): boolean {
    return other.number === this.number
  }
  override toDOM(): HTMLElement {
    const mark = element('live-note', String(this.number ?? this.stand.label))
    mark.setAttribute('aria-label', t('editor.footnote', { label: this.number ?? this.stand.label }))
    mark.setAttribute('role', 'img')
    mark.dataset.note = this.stand.label
    return mark
  }
}

class PostStand extends StandWidget<'post'> {
  private readonly title = this.around.titleOf(this.stand.name) ?? this.stand.name

  protected override isSameAround(other: PostStand): boolean {
    return other.title === this.title
  }
  override toDOM(): HTMLElement {
    return element('live-link', this.title)
  }
}

class ChipStand extends StandWidget<'chip'> {
  override toDOM(): HTMLElement {
    const { label, name, detail } = this.stand
    const chip = element('live-chip')
    chip.append(
      element('live-chip-label', label),
      ` ${name}${detail === '' ? '' : '  '}`,
      element('live-chip-detail', detail),
    )
    return chip
  }
}

class TaskStand extends StandWidget<'task'> {
  override toDOM(view: EditorView): HTMLElement {
    const box = document.createElement('input')
    box.type = 'checkbox'
    box.className = 'live-box'
    box.tabIndex = -1 // the caret skips it; the command of its line toggles it
    this.show(box)
    box.addEventListener('mousedown', (event) => event.preventDefault()) // keeps the caret
    box.addEventListener('click', (event) => {
      event.preventDefault()
      const { text, from } = view.state.doc.lineAt(view.posAtDOM(box))
      const change = tickChange(text, from)
      if (change && !view.state.readOnly) view.dispatch({ changes: change, userEvent: 'input.task' })
    })
    return box
  }
  /** The text of an item changes with each key; its checkbox stays the same element. */
  override updateDOM(dom: HTMLElement): boolean {
    if (!(dom instanceof HTMLInputElement)) return false
    this.show(dom)
    return true
  }
  private show(box: HTMLInputElement): void {
    box.checked = this.stand.ticked
    box.setAttribute('aria-label', this.stand.name || t('editor.task'))
  }
  override ignoreEvent(): boolean {
    return true
  }
}

class FormulaStand extends StandWidget<'formula'> {
  private readonly html = this.around.formula(this.stand.tex, this.stand.display)

  protected override isSameAround(other: FormulaStand): boolean {
    return other.html === this.html
  }
  override toDOM(): HTMLElement {
    const made = element(this.stand.display ? 'live-drawn live-formula-block' : 'live-drawn live-formula')
    if (this.html === null) made.textContent = this.stand.tex
    else made.innerHTML = this.html // KaTeX output with `trust` off
    return made
  }
}

class ImageStand extends StandWidget<'image'> {
  private readonly source = this.around.imageOf(this.stand.reference)

  protected override isSameAround(other: ImageStand): boolean {
    return JSON.stringify(other.source) === JSON.stringify(this.source)
  }
  override toDOM(view: EditorView): HTMLElement {
    return imageElement(this.stand, this.source, view)
  }
  /** What is dropped on an image comes before or after it. */
  override ignoreEvent({ type }: Event): boolean {
    return type !== 'dragover' && type !== 'drop'
  }
}

/** The widget for a replacement. */
export const widgetOf = (
  stand: Stand,
  around: Surroundings,
  numbers: ReadonlyMap<string, number>,
): WidgetType => {
  switch (stand.kind) {
    case 'text':
      return new TextStand(stand, around)
    case 'rule':
      return new RuleStand(stand, around)
    case 'note':
      return new NoteStand(stand, around, numbers.get(stand.label))
    case 'post':
      return new PostStand(stand, around)
    case 'chip':
      return new ChipStand(stand, around)
    case 'task':
      return new TaskStand(stand, around)
    case 'formula':
      return new FormulaStand(stand, around)
    case 'image':
      return new ImageStand(stand, around)
  }
}
