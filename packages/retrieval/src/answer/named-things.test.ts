import { describe, expect, it } from 'vitest'
import { createNamedThings } from './named-things.js'

describe('createNamedThings', () => {
  it.each([
    ['GPT-3', 'GPT3とは', false],
    ['GPT-3', 'ＧＰＴ－３の論文', false],
    ['GPT-3', 'GPT-3.5 Turbo', true],
    ['GPT-3', 'GPT-35', true],
    ['DALL·E 3', 'DALL·E 2の前のDALL·E', true],
    ['DALL·E 2', 'DALL-E 2 は', false],
    ['GatorTron', 'GatorTronGPTは', true],
    ['Transformer', 'many Transformers were', false],
    ['Stable Diffusion 3', 'Stable Diffusionは', true],
    ['Stable Diffusion', 'Stable Diffusion 3は', false],
    ['TOPS', '1000TOPSと言われる', false],
    ["Garrow's Law", "『Garrow'sLaw』では", false],
  ])('%s in %s: lacking %s', (name, text, lacks) => {
    expect(createNamedThings([name]).lacksOne(text)).toBe(lacks)
  })

  it.each([
    ['GPT-4', 'GPT-3は1,750億個のパラメータを持つ。', true],
    ['GPT-4', 'GPT-3とGPT-4を比べた。', false],
    ['DALL·E 2', 'The first DALL·E, introduced in January 2021', true],
    ['GatorTron', 'GatorTronGPTの学習には', true],
    ['GatorTron', 'GatorTronの学習には', false],
    ['YOLOX-X', '最小のYOLOX-Nanoは91万個', true],
    ['Stable Diffusion', 'Stable Diffusion 2.0は', true],
    ['BERT', 'BERT 3億', false],
    ['BERT', 'RoBERTaは', false],
    ['BERT', 'BERT-Largeは3億4,000万個', false],
    ['GPT-4', 'GPT-4-turboは', false],
    ['GPT', 'GPT-3は', true],
    ['Transformer', 'Transformers are', false],
    ['GPT-4', 'このモデルは', false],
    ["Jasper's", 'Jasperは2022年10月に', false],
    ["GatorTron's", 'GatorTronGPTは', true],
  ])('%s in %s: its kin %s', (name, text, says) => {
    expect(createNamedThings([name]).saysKin(text)).toBe(says)
  })

  it('knows nothing of names that have no Latin letter or digit', () => {
    expect(createNamedThings(['青葉']).lacksOne('海')).toBe(false)
    expect(createNamedThings([]).saysKin('GPT-3')).toBe(false)
  })
})
