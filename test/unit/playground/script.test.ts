import { describe, expect, it } from 'vitest';
import { entriesOf, script, scriptedAnswer, stages } from '../../playground/script';

describe('script', () => {
  it('has at least 200 different questions', () => {
    expect(new Set(script.map((entry) => entry.ask.join('\n'))).size).toBeGreaterThanOrEqual(200);
    expect(new Set(script.map((entry) => entry.ask.join('\n'))).size).toBe(script.length);
  });

  it.each(stages)('covers the stage %s', (stage) => {
    expect(entriesOf(stage).length).toBeGreaterThanOrEqual(10);
  });

  it('is complete: no empty message, answer or follow-up, and no left-over separator', () => {
    for (const { ask, answer, followUps } of script) {
      for (const text of [...ask, answer, ...(followUps ?? [])]) {
        expect(text.trim()).toBe(text);
        expect(text).toMatch(/\S/);
        expect(text).not.toMatch(/→| \/ /);
      }
    }
  });

  it('has bursts, follow-ups, pictures, emoji and product codes', () => {
    const texts = script.flatMap((entry) => [...entry.ask, ...(entry.followUps ?? [])]);
    expect(script.filter((entry) => entry.ask.length > 1).length).toBeGreaterThanOrEqual(15);
    expect(script.filter((entry) => entry.followUps !== undefined).length).toBeGreaterThanOrEqual(40);
    expect(texts).toContain('[图片]');
    expect(texts.some((text) => /\p{Extended_Pictographic}/u.test(text))).toBe(true);
    expect(texts.some((text) => /[A-Z]\d/.test(text))).toBe(true);
    expect(new Set(script.map((entry) => entry.answer)).size).toBe(script.length);
  });

  it('answers its own questions and no others', () => {
    expect(scriptedAnswer('发什么快递')).toContain('中通');
    expect(scriptedAnswer('今天天气怎么样')).toBeNull();
  });
});
