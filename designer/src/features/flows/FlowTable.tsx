import dayjs from 'dayjs';
import { Link } from 'react-router';
import type { FlowInfo } from '@/api';
import { useText } from '@/i18n';
import { useWords } from './words';

/** One line for each flow; the whole line leads to it. */
export function FlowTable({ flows }: { flows: FlowInfo[] }) {
  const say = useWords();
  return (
    <table className="ff-table fl-sheet">
      <thead>
        <tr>
          <th scope="col">{say('name')}</th>
          <th scope="col">{say('record')}</th>
          <th scope="col">{say('version')}</th>
          <th scope="col" className="ff-end">
            {say('running')}
          </th>
          <th scope="col">{say('changed')}</th>
        </tr>
      </thead>
      <tbody>
        {flows.map((flow) => (
          <FlowLine key={flow.key} flow={flow} />
        ))}
      </tbody>
    </table>
  );
}

function FlowLine({ flow }: { flow: FlowInfo }) {
  const say = useWords();
  const text = useText();
  return (
    <tr>
      <th scope="row">
        <Link to={`/flows/${flow.key}`} className="ff-name">
          {text(flow.name)}
        </Link>
        <code>{flow.key}</code>
      </th>
      <td>{text(flow.recordName)}</td>
      <td>
        {flow.current > 0 ? (
          <span className="ff-tag ff-tag-on">{say('versionN', { n: flow.current })}</span>
        ) : (
          <span className="ff-tag">{say('unpublished')}</span>
        )}
      </td>
      <td className="ff-end fl-number" data-label={say('running')}>
        {flow.running}
      </td>
      <td className="fl-soft">
        {say('by', { name: text(flow.updatedBy.name), time: dayjs(flow.updatedAt).fromNow() })}
      </td>
    </tr>
  );
}
