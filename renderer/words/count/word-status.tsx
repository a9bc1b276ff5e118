import { useEffect, useState } from 'react'
import { readingMinutes } from '../../../shared/text/words'
import { registerCommand } from '../../base/command-bus'
import { changeSettings, getSettings, useSettings } from '../../base/settings-store'
import { useSite } from '../../base/site-store'
import { useWords } from '../../document/place/word-count'
import { useDocument } from '../../document/state/document-state'
import { NumberInput } from '../../ui/number-input'
import { Popover } from '../../ui/popover'
import { useDay, wordsOfToday } from './day'
import { shareOf, withGoal } from './goals'
import { useSelected } from './selection'
import styles from './word-status.module.css'

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`

const usePostGoal = (): number => {
  const site = useSite((state) => state.site?.key ?? '')
  const post = useDocument((state) => state.post?.id ?? '')
  return useSettings((settings) => settings.postGoals[site]?.[post] ?? 0)
}

const setPostGoal = (words: number): void => {
  const site = useSite.getState().site?.key
  const post = useDocument.getState().post?.id
  if (site === undefined || post === undefined) return
  changeSettings({ postGoals: withGoal(getSettings().postGoals, site, post, Math.round(words)) })
}

const Bar = ({
  label,
  words,
  goal,
}: {
  readonly label: string
  readonly words: number
  readonly goal: number
}) => (
  <meter className={styles.bar} aria-label={label} min={0} max={1} value={shareOf(words, goal)}>
    {words} of {goal}
  </meter>
)

const Line = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <div className={styles.line}>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
)

interface GoalProps {
  readonly label: string
  readonly words: number
  readonly goal: number
  readonly onChange: (words: number) => void
}

const Goal = ({ label, words, goal, onChange }: GoalProps) => (
  <div className={styles.goal}>
    <div className={styles.line}>
      <span>{label}</span>
      <NumberInput label={label} value={goal} min={0} max={100_000} step={50} onChange={onChange} />
    </div>
    {goal > 0 ? (
      <>
        <Bar label={`${label}: progress`} words={words} goal={goal} />
        <div className={styles.note}>
          {words.toLocaleString('en')} of {counted(goal, 'word')}
        </div>
      </>
    ) : (
      <div className={styles.note}>No goal</div>
    )}
  </div>
)

const Details = () => {
  const { words, characters } = useWords()
  const selected = useSelected((state) => state.count)
  const pace = useSettings((settings) => settings.wordsPerMinute)
  const dailyGoal = useSettings((settings) => settings.dailyGoal)
  const today = useDay(wordsOfToday)
  const postGoal = usePostGoal()
  return (
    <div className={styles.details}>
      <dl className={styles.counts}>
        <Line name="Words" value={words.toLocaleString('en')} />
        <Line name="Characters" value={characters.toLocaleString('en')} />
        <Line name="Reading time" value={`${readingMinutes(words, pace)} min`} />
        {selected && (
          <>
            <Line name="Words selected" value={selected.words.toLocaleString('en')} />
            <Line name="Characters selected" value={selected.characters.toLocaleString('en')} />
            <Line
              name="Reading time of the selection"
              value={`${readingMinutes(selected.words, pace)} min`}
            />
          </>
        )}
        <Line name="Written today" value={counted(today, 'word')} />
      </dl>
      <Goal label="Goal for this post" words={words} goal={postGoal} onChange={setPostGoal} />
      <Goal
        label="Goal per day"
        words={today}
        goal={dailyGoal}
        onChange={(goal) => changeSettings({ dailyGoal: Math.round(goal) })}
      />
    </div>
  )
}

const Summary = () => {
  const words = useWords((state) => state.words)
  const selected = useSelected((state) => state.count)
  const pace = useSettings((settings) => settings.wordsPerMinute)
  const shown = selected?.words ?? words
  const minutes = Math.max(1, readingMinutes(shown, pace))
  return (
    <>
      {selected && `${selected.words.toLocaleString('en')} of `}
      {counted(words, 'word')} · {selected && `${counted(selected.characters, 'character')} · `}
      {minutes} min
    </>
  )
}

const Progress = () => {
  const words = useWords((state) => state.words)
  const today = useDay(wordsOfToday)
  const dailyGoal = useSettings((settings) => settings.dailyGoal)
  const postGoal = usePostGoal()
  if (postGoal > 0) return <Bar label="Goal for this post: progress" words={words} goal={postGoal} />
  if (dailyGoal > 0) return <Bar label="Goal per day: progress" words={today} goal={dailyGoal} />
  return null
}

/** How long the post and the selection are, how near the goals; its button tells more. */
export const WordStatus = () => {
  const [open, setOpen] = useState(false)
  useEffect(() => registerCommand('word-count', () => setOpen(true)), [])
  return (
    <Popover
      label="Word count and goals"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button type="button" className={styles.summary} title="Word count and goals">
          <span>
            <Summary />
          </span>
          <Progress />
        </button>
      }
    >
      <Details />
    </Popover>
  )
}
