import { describe, expect, it } from 'vitest'
import { formatCell } from './format-cell.js'

describe('formatCell', () => {
  it.each([
    [45_306, 'General', '45306'],
    [45_306, undefined, '45306'],
    [0.1, 'General', '0.1'],
    [45_306, 'm/d/yy', '2024/1/15'],
    [45_306, 'yyyy"年"m"月"d"日"', '2024年1月15日'],
    [45_306, '[$-411]ggge"年"m"月"d"日"', '令和6年1月15日'],
    [45_306, '[$-411]ge.m.d', 'R6.1.15'],
    [32_516, '[$-411]ggge"年"', '平成元年'],
    [0.125, '0.0%', '12.5%'],
    [-1_234, '#,##0;[Red]-#,##0', '-1,234'],
    [1_234_567.5, '¥#,##0', '¥1,234,568'],
    [12_345, '0.00E+00', '1.23E+04'],
    [5, '0"個"', '5個'],
    [5, '"General"0', 'General5'],
  ])('shows %d by %s as %s', (value, code, shown) => {
    expect(formatCell({ value, code })).toBe(shown)
  })
})
