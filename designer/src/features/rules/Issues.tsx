import { CheckOutlined } from '@ant-design/icons';
import { useText } from '@/i18n';
import { useIssues } from './useIssues';
import { useWords } from './words';

/** What is wrong with a rule, or that it works. */
export function Issues({ record, rule, old }: { record: string; rule: string; old: boolean }) {
  const issues = useIssues(record, rule, old);
  const say = useWords();
  const text = useText();
  if (!issues || rule.trim() === '') return <span />;
  if (issues.length === 0) {
    return (
      <span className="fr-good" role="status">
        <CheckOutlined /> {say('good')}
      </span>
    );
  }
  return (
    <ul className="fr-issues" role="alert">
      {issues.map((issue) => (
        <li key={`${issue.column}${issue.code}`}>
          {say('wrong', { column: issue.column, text: text(issue.text) })}
        </li>
      ))}
    </ul>
  );
}
