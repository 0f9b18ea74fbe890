/** Bold is for people at a terminal who did not turn it off (https://no-color.org). */
export function canStyle(options: { stream: { isTTY?: boolean }; environment: NodeJS.ProcessEnv }): boolean {
  return options.stream.isTTY === true && !options.environment.NO_COLOR && options.environment.TERM !== 'dumb'
}
