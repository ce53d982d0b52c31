import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FixtureStep, Fixtures } from './fixtureStage';

const root = join(import.meta.dirname, '../../fixtures');

/** Every folder of fixtures. */
export function fixtureFolders(): string[] {
  return readdirSync(root);
}

export function fixturePage(workbench: string, page: string): string {
  return readFileSync(join(root, workbench, `${page}.html`), 'utf8');
}

export function fixtureSteps(workbench: string): FixtureStep[] {
  return fixturesOf(workbench).steps;
}

/** What the pages of a workbench must read as. */
export function fixturesOf(workbench: string): Fixtures {
  return JSON.parse(readFileSync(join(root, workbench, 'expected.json'), 'utf8'));
}
