import styles from './small-box.module.css'

/** A button of a small box over the text. */
export const boxButton = (label: string, press: () => void): HTMLButtonElement => {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = styles.button ?? ''
  made.textContent = label
  made.addEventListener('click', press)
  return made
}
