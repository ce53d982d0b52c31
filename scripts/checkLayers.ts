import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { cruiseOptions, layerRules } from './layerRules';

const FOLDERS = ['entrypoints', 'components', 'lib'];

/** What the layer check found: broken rules, and how much of the code it read. */
interface LayerReport {
  violations: { rule: string; reason: string; from: string; to: string }[];
  cruised: number;
  listed: number;
}

/** Checks the import rules of .dependency-cruiser.cjs on the working tree below `root`. */
export async function checkLayers(root: string): Promise<LayerReport> {
  const before = process.cwd();
  process.chdir(root);
  try {
    const { output } = await cruise(
      FOLDERS.filter((folder) => existsSync(folder)),
      { ...cruiseOptions, validate: true, ruleSet: { forbidden: layerRules } },
      {},
      { tsConfig: extractTSConfig('tsconfig.deps.json') },
    );
    const result = output as ICruiseResult;
    const reasons = new Map(layerRules.map((rule) => [rule.name, rule.comment ?? '']));
    const own = result.modules.filter((module) => /^(entrypoints|components|lib)\/.*\.tsx?$/.test(module.source));
    const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...FOLDERS], {
      encoding: 'utf8',
    });
    return {
      violations: result.summary.violations.map((violation) => ({
        rule: violation.rule.name,
        reason: reasons.get(violation.rule.name) ?? '',
        from: violation.from,
        to: violation.to,
      })),
      cruised: own.length,
      listed: tracked.split('\n').filter((file) => /\.tsx?$/.test(file) && existsSync(file)).length,
    };
  } finally {
    process.chdir(before);
  }
}

if (process.argv[1]?.endsWith('checkLayers.ts')) {
  const { violations, cruised, listed } = await checkLayers(process.cwd());
  for (const { rule, reason, from, to } of violations) console.error(`${from} → ${to}\n  ${rule}: ${reason}`);
  if (cruised < listed)
    console.error(`Only ${cruised} of ${listed} modules were read: the layer check proves nothing.`);
  if (violations.length > 0 || cruised < listed) process.exit(1);
  console.log(`Layers: ${cruised} modules, no rule broken.`);
}
