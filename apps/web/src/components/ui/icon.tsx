const paths = {
  send: 'M12 19V5M5.5 11.5 12 5l6.5 6.5',
  stop: 'M7 7h10v10H7z',
  previous: 'M14.5 5.5 8 12l6.5 6.5',
  next: 'M9.5 5.5 16 12l-6.5 6.5',
  close: 'M6 6l12 12M18 6 6 18',
  copy: 'M9 9h10v11H9zM5 15V4h10',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  again: 'M19 5v5h-5M18.4 10A7 7 0 1 0 19 13.5',
  edit: 'M4 20h4L19 9l-4-4L4 16zM13 7l4 4',
  share: 'M12 15V4M7.5 8.5 12 4l4.5 4.5M5 13v7h14v-7',
  good: 'M12 4.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15z',
  bad: 'M6 6l12 12M18 6 6 18',
  flag: 'M6 21V4h11l-2.5 4L17 12H6',
  enter: 'M5 12h13M12.5 6.5 18 12l-5.5 5.5',
} as const

/** Line icons on a 24 grid, in the text's colour. */
export function Icon({ name, size = 18 }: { name: keyof typeof paths; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill={name === 'stop' ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth="1.75"
      className="shrink-0"
    >
      <path d={paths[name]} />
    </svg>
  )
}
