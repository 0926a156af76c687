import { useEffect, useState } from 'react';
import { checkRule, type RuleIssue } from '@/api';

const PAUSE = 350;

interface Checked {
  of: string;
  issues: RuleIssue[];
}

/** What the server says about a rule, a moment after it was last changed; undefined while it is not known. */
export function useIssues(record: string, rule: string, old: boolean): RuleIssue[] | undefined {
  const [checked, setChecked] = useState<Checked>();
  const of = `${record}\n${rule}\n${old}`;
  useEffect(() => {
    if (rule.trim() === '') return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      checkRule({ record, rule, old }, stop.signal).then(
        (issues) => setChecked({ of, issues }),
        () => undefined,
      );
    }, PAUSE);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [of, record, rule, old]);
  return checked?.of === of ? checked.issues : undefined;
}
