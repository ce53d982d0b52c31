import { describe, expect, test } from 'vitest';
import type { Profile } from '@/lib/domain/profile';
import { isProfile, problemOfProfile, profileProblem } from '@/lib/metrics/profiles/parseProfile';
import {
  customProfile,
  freeProfileId,
  infoOf,
  profileById,
  profileInfoById,
  profileInfos,
  profileOf,
} from '@/lib/metrics/profiles/registry';
import { reminderSteps } from '@/lib/metrics/reminders';
import { targetsFor, targetsOf } from '@/lib/metrics/targets';
import workedExamples from '@/test/fixtures/metrics/workedExamples.json';

describe('profiles', () => {
  test('are eleven, complete, each with its source and the date that it was checked', () => {
    expect(profileInfos.map(({ profile }) => profile.id)).toEqual([
      'selfcoach',
      'taobao',
      'douyin',
      'pinduoduo',
      'kuaishou',
      'jd',
      'xiaohongshu',
      'chitu',
      'chatwoot',
      'rocketchat',
      'lastclock',
    ]);
    for (const { profile, source, checked, assumed } of profileInfos) {
      expect(problemOfProfile(profile)).toBeNull();
      expect(source).not.toBe('');
      expect(checked).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      for (const name of assumed) expect(profile).toHaveProperty(name);
    }
  });

  test('are those of the worked examples, parameter by parameter', () => {
    const seen = new Set<string>();
    for (const example of workedExamples) {
      if (!('profile' in example) || !example.profile || example.profile.id === 'custom') continue;
      // One example tries another grace under the same label.
      if (example.name === 'W9-late-nograce') continue;
      seen.add(example.profile.id);
      expect(profileById(example.profile.id), example.name).toEqual(example.profile);
    }
    expect(seen.size).toBeGreaterThanOrEqual(9);
  });

  test('fall back to the default, and copy into custom ones', () => {
    expect(profileById('nosuch')).toBeNull();
    expect(profileInfoById('nosuch')).toBeNull();
    expect(profileInfoById('jd')?.name.zh).toBe('京东');
    expect(profileOf(null).id).toBe('selfcoach');
    expect(profileOf('nosuch').id).toBe('selfcoach');
    const copy = customProfile(profileOf('jd'), { capMs: 1 });
    expect(copy).toEqual({ ...profileOf('jd'), id: 'custom', basedOn: 'jd', capMs: 1 });
    expect(customProfile(copy, { id: 'custom-2' })).toMatchObject({ id: 'custom-2', basedOn: 'jd' });
    expect(infoOf(profileOf('jd'))).toBe(profileInfoById('jd'));
    const info = infoOf({ ...copy, name: '我的京东', closing: 'drop' });
    expect(info).toMatchObject({ name: { zh: '我的京东' }, checked: '2026-11-21' });
    expect(info.assumed).toEqual(['sessionIdleMs', 'clockAfterRobot', 'transferredOut']);
    expect(infoOf({ ...copy, basedOn: 'gone' }).source).toBe(infoOf(profileOf('selfcoach')).source);
  });

  test('from a file are refused with the parameter that is wrong', () => {
    const good = profileOf('taobao');
    expect(isProfile({ ...good, exemptDays: ['2026-11-11'] })).toBe(true);
    expect(problemOfProfile({ ...good, capMs: undefined })).toBe(
      '"capMs" is missing; it must be a number of milliseconds, or null',
    );
    expect(problemOfProfile({ ...good, timeZone: 'Mars' })).toContain('"timeZone" is "Mars"');
    expect(problemOfProfile({ ...good, window: { fromMs: 5, toMs: 5, key: 'turn' } })).toContain('"window"');
    expect(problemOfProfile({ ...good, answeredBy: ['auto'] })).toContain('"answeredBy"');
    expect(problemOfProfile({ ...good, exemptDays: ['11.11.'] })).toContain('"exemptDays"');
    expect(problemOfProfile({ ...good, splitByDay: 1 })).toContain('true or false');
    expect(problemOfProfile({ ...good, exemptReasons: { '2026-11-11': '大促' }, name: '我的' })).toBeNull();
    expect(problemOfProfile({ ...good, exemptReasons: { today: '大促' } })).toContain('"exemptReasons"');
    expect(problemOfProfile({ ...good, name: '' })).toContain('"name"');
    expect(problemOfProfile({ ...good, clock: 'never' })).toBe(
      '"clock" is "never"; it must be one of firstMessage, lastMessage, accepted',
    );
    for (const none of [[], null, 5]) expect(problemOfProfile(none)).toBe('a profile is an object');
    expect(profileProblem({ ...good, splitByDay: undefined })).toEqual({
      kind: 'parameter',
      name: 'splitByDay',
      given: null,
      wanted: 'flag',
      choices: [],
    });
  });

  test.each<[keyof Profile, unknown]>([
    ['id', 5],
    ['timeZone', 8],
    ['closingGraceMs', -1],
    ['closingGraceMs', '1000'],
    ['longestOpenMs', Number.POSITIVE_INFINITY],
    ['capMs', Number.NaN],
    ['answeredBy', ['agent', 'auto']],
    ['window', { fromMs: '1', toMs: 2, key: 'turn' }],
    ['window', { fromMs: 1, toMs: '2', key: 'turn' }],
    ['window', { fromMs: 1, toMs: 2, key: 'day' }],
    ['exemptDays', ['2026-11-11', 'today']],
    ['exemptDays', [['2026-11-11']]],
    ['exemptReasons', 5],
    ['exemptReasons', null],
    ['exemptReasons', { '2026-11-11': '大促', today: '大促' }],
    ['exemptReasons', { '2026-11-11': 5 }],
  ])('with %s %j are refused', (name, value) => {
    const bad = { ...profileOf('taobao'), [name]: value };
    expect(profileProblem(bad)).toMatchObject({ kind: 'parameter', name });
    expect(isProfile(bad)).toBe(false);
  });

  test('of the agent’s own are found by their id, and named by it where they have no name', () => {
    const own = customProfile(profileOf('jd'), { id: 'custom-2' });
    expect(profileOf('custom-2', [customProfile(profileOf('taobao')), own])).toBe(own);
    expect(infoOf(own).name).toEqual({ zh: 'custom-2', en: 'custom-2' });
    expect(infoOf({ ...profileOf('jd'), id: 'old' }).source).toBe(infoOf(profileOf('selfcoach')).source);
  });

  test('of the agent’s own are numbered, and a number that is free again is used', () => {
    const own = (...ids: string[]) => ids.map((id) => customProfile(profileOf('jd'), { id }));
    expect(freeProfileId([])).toBe('custom');
    expect(freeProfileId(own('custom'))).toBe('custom-2');
    expect(freeProfileId(own('custom', 'custom-3'))).toBe('custom-2');
    expect(freeProfileId(own('custom-2', 'custom', 'custom-3'))).toBe('custom-4');
  });
});

describe('targets and reminders', () => {
  test('are the platform’s, or those for elsewhere', () => {
    expect(targetsFor('taobao')).toMatchObject({
      deciding: 'within',
      withinSeconds: 180,
      within: { pass: 0.95, good: 0.98, excellent: 0.995 },
    });
    expect(targetsFor('douyin')).toMatchObject({
      deciding: 'averageResponse',
      averageResponseMs: { pass: 30_000, good: 18_000, excellent: 14_000 },
    });
    expect(targetsFor('jd')).toMatchObject({ deciding: 'within', withinSeconds: 30 });
    expect(targetsFor('selfcoach')).toEqual(targetsFor('custom'));
    expect(targetsOf(customProfile(profileOf('jd')))).toEqual(targetsFor('jd'));
    expect(targetsOf(profileOf('taobao'))).toEqual(targetsFor('taobao'));
    expect(targetsFor('selfcoach').deciding).toBe('averageResponse');
  });

  test('rise at a third, two thirds and five sixths of the limit, and before ten minutes are charged', () => {
    const steps = reminderSteps(profileOf('taobao'), targetsFor('taobao'), true);
    expect(steps).toEqual({
      amberMs: 60_000,
      redMs: 120_000,
      toneMs: 150_000,
      overMs: 180_000,
      aboutToBeChargedMs: 540_000,
    });
    expect(reminderSteps(profileOf('jd'), targetsFor('jd'), true)).toMatchObject({
      amberMs: 8_000,
      redMs: 18_000,
      toneMs: 22_000,
      overMs: 30_000,
    });
    expect(reminderSteps(profileOf('jd'), targetsFor('jd'), false)).toMatchObject({
      amberMs: 30_000,
      redMs: 60_000,
      overMs: 90_000,
      aboutToBeChargedMs: null,
    });
    // The first message alone does not make a JD of it, nor do the 30 seconds.
    expect(reminderSteps(profileOf('xiaohongshu'), targetsFor('xiaohongshu'), true)).toMatchObject({ overMs: 180_000 });
    expect(reminderSteps(profileOf('chitu'), targetsFor('jd'), true)).toMatchObject({
      amberMs: 10_000,
      overMs: 30_000,
    });
  });
});
