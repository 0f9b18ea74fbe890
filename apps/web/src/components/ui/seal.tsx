/** The mark: 典 cut into a vermilion seal. */
export function Seal({ size = 30 }: { size?: number }) {
  return (
    <span
      aria-hidden="true"
      lang="ja"
      className="inline-grid shrink-0 place-items-center rounded-mark bg-seal font-display font-semibold text-seal-text select-none"
      style={{ width: size, height: size, fontSize: size * 0.66, lineHeight: 1 }}
    >
      典
    </span>
  )
}
