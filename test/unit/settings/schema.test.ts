import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAILY_REPORT_FIELDS, overlayPlaceKey } from '@/lib/domain/settings';
import { customProfile, freeProfileId, profileOf } from '@/lib/metrics/profiles/registry';
import { defaultSettings, isTargetValue, parseSettings } from '@/lib/settings/schema';

const numRuns = Number(process.env.FC_RUNS ?? 1000);

describe('settings schema', () => {
  it('records nothing, makes no sound and keeps text for 30 days out of the box', () => {
    const settings = defaultSettings();
    expect(settings.consentedAt).toBeNull();
    expect(settings.reminders).toEqual({ tone: false, notification: false, quietHours: null });
    expect(settings.retentionDays).toBe(30);
    expect(settings.dailyReport[0]).toBe('date');
    expect(parseSettings(undefined)).toEqual({ settings, problems: [] });
    expect(parseSettings(null)).toEqual({ settings, problems: [] });
  });

  it('keeps good fields beside bad ones, and reports each bad one by its path', () => {
    const { settings, problems } = parseSettings({
      consentedAt: 1_700_000_000_000,
      language: 'klingon',
      retentionDays: 7,
      ownSeconds: -3,
      overlay: { size: 'huge', shown: false, places: { a: { left: 1, top: 2, folded: true }, b: { left: 'x' } } },
      persons: ['小雨', 42, '', '阿明', '小雨'],
      person: '小雨',
      targetOverrides: { firstResponse: 8000, replyRate: 99 },
      origins: { 'https://shop.example': { account: '客服1', shop: null }, bad: 3 },
      dailyReport: ['coverage', 'date', 'weather', 'coverage'],
      somethingElse: true,
    });
    expect(settings).toMatchObject({
      consentedAt: 1_700_000_000_000,
      language: 'auto',
      retentionDays: 7,
      ownSeconds: null,
      overlay: { size: 'medium', shown: false, places: { a: { left: 1, top: 2, folded: true } } },
      persons: ['小雨', '阿明'],
      person: '小雨',
      targetOverrides: { firstResponse: 8000 },
      origins: { 'https://shop.example': { account: '客服1', shop: null } },
      dailyReport: ['coverage', 'date'],
    });
    expect(problems.map((problem) => problem.path).sort()).toEqual([
      'dailyReport.2',
      'language',
      'origins.bad',
      'overlay.places.b',
      'overlay.size',
      'ownSeconds',
      'persons.1',
      'persons.2',
      'targetOverrides.replyRate',
    ]);
  });

  it("keeps the agent's own profiles: complete ones, each id once, none that is built in", () => {
    const own = customProfile(profileOf('taobao'), { exemptDays: ['2026-11-11'] });
    const { settings, problems } = parseSettings({
      customProfiles: [
        own,
        { ...own, id: 'jd' },
        { ...own, capMs: -1 },
        { ...own, capMs: 1 },
        { ...own, id: 'custom-2' },
      ],
    });
    expect(settings.customProfiles).toEqual([own, { ...own, id: 'custom-2' }]);
    expect(problems).toEqual([
      { path: 'customProfiles.1', reason: 'has the id of a built-in profile' },
      { path: 'customProfiles.2', reason: '"capMs" is -1; it must be a number of milliseconds, or null' },
    ]);
    expect(profileOf('custom', settings.customProfiles).exemptDays).toEqual(['2026-11-11']);
    expect(profileOf('custom').id).toBe('selfcoach');
    expect(freeProfileId(settings.customProfiles)).toBe('custom-3');
    expect(freeProfileId([])).toBe('custom');
  });

  it('keeps word lists, and the shipped ones where nothing else was chosen', () => {
    expect(defaultSettings().wordLists).toEqual({ closing: null, perfunctory: null });
    const { settings } = parseSettings({ wordLists: { closing: [' 好的 ', '得嘞'], perfunctory: [''] } });
    expect(settings.wordLists).toEqual({ closing: ['好的', '得嘞'], perfunctory: null });
  });

  it('lists the person on duty among the persons', () => {
    expect(parseSettings({ person: '小雨' }).settings.persons).toEqual(['小雨']);
  });

  it('is not moved by prototypes in what was stored', () => {
    const { settings } = parseSettings(
      JSON.parse('{"__proto__":{"consentedAt":5},"overlay":{"__proto__":{"shown":false}}}'),
    );
    expect(settings).toEqual(defaultSettings());
  });

  it('survives anything, gives settings that it takes back unchanged, and is silent about those', () => {
    const keys = Object.keys(defaultSettings());
    const junk = fc.oneof(
      fc.anything(),
      fc.dictionary(fc.constantFrom(...keys), fc.anything({ maxDepth: 3 })),
      fc.dictionary(fc.constantFrom(...keys), fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.constant(null))),
    );
    fc.assert(
      fc.property(junk, (stored) => {
        const first = parseSettings(stored);
        const again = parseSettings(JSON.parse(JSON.stringify(first.settings)));
        expect(again.settings).toEqual(first.settings);
        expect(again.problems).toEqual([]);
      }),
      { numRuns, seed: 20261121 },
    );
  });

  it('takes only possible targets', () => {
    expect(isTargetValue('firstResponse', 8000)).toBe(true);
    expect(isTargetValue('firstResponse', 8)).toBe(false);
    expect(isTargetValue('within', 0.98)).toBe(true);
    expect(isTargetValue('within', 98)).toBe(false);
    expect(isTargetValue('answerQuestionRatio', 1.2)).toBe(true);
  });

  it('names each daily-report field once', () => {
    expect(new Set(DAILY_REPORT_FIELDS).size).toBe(DAILY_REPORT_FIELDS.length);
  });

  it('remembers the overlay per workbench and window size', () => {
    expect(overlayPlaceKey({ workbenchId: 'converse', width: 1366, height: 768 })).toBe('converse|1366x768');
  });
});
