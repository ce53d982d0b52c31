import { expect, it } from 'vitest';
import { adapters } from '@/lib/workbenches/registry';
import { workbenchTable, writtenTable } from '../../../scripts/workbenchTable';

it('docs/workbenches.md says what the adapters say (else: npm run docs:workbenches)', () => {
  expect(writtenTable()).toBe(workbenchTable(adapters));
});

it('has a row for each workbench and none that says yes of a desktop client', () => {
  const rows = writtenTable()
    .split('\n')
    .filter((line) => line.startsWith('| '));
  for (const { id, name } of adapters) {
    if (!id.startsWith('playground'))
      expect(
        rows.some((row) => row.includes(name.zh)),
        id,
      ).toBe(true);
  }
  expect(rows.filter((row) => row.includes('desktop client')).every((row) => row.includes('| no |'))).toBe(true);
});
