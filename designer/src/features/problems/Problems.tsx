import { CheckCircleOutlined } from '@ant-design/icons';
import { useDesk, useEditor } from '@/actions';
import { useText } from '@/i18n';
import { edgeOf, nodeOf, type Definition, type Problem, type Severity } from '@/model';
import './problems.css';
import { useWords } from './words';

/** What is wrong with the flow, the blocking things first; a press shows the place. */
export function Problems() {
  const say = useWords();
  const problems = useEditor((state) => state.problems);
  if (problems.length === 0) {
    return (
      <div className="fq-none" role="status">
        <CheckCircleOutlined />
        <h3>{say('none')}</h3>
        <p>{say('noneHint')}</p>
      </div>
    );
  }
  return (
    <div className="fq-problems">
      <Group severity="error" title={say('errors')} hint={say('errorsHint')} problems={problems} />
      <Group severity="warning" title={say('warnings')} hint={say('warningsHint')} problems={problems} />
    </div>
  );
}

interface GroupProps {
  severity: Severity;
  title: string;
  hint: string;
  problems: readonly Problem[];
}

function Group({ severity, title, hint, problems }: GroupProps) {
  const mine = problems.filter((problem) => problem.severity === severity);
  if (mine.length === 0) return null;
  return (
    <section aria-label={title}>
      <header>
        <h3>
          {title} <span className="fl-number">{mine.length}</span>
        </h3>
        <small>{hint}</small>
      </header>
      <ul>
        {mine.map((problem, at) => (
          <li key={`${problem.code}${problem.node ?? ''}${problem.edge ?? ''}${problem.path ?? ''}${at}`}>
            <ProblemLine problem={problem} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ProblemLine({ problem }: { problem: Problem }) {
  const desk = useDesk();
  const say = useWords();
  const text = useText();
  const doc = useEditor((state) => state.doc);
  const name = (node: string | undefined) => text(nodeOf(doc, node ?? '')?.name) || say('unnamed');
  const edge = edgeOf(doc, problem.edge ?? '');
  const place = edge
    ? say('arrow', { from: name(edge.from), to: name(edge.to) })
    : problem.node
      ? name(problem.node)
      : say('wholeFlow');
  return (
    <button
      type="button"
      className={`fq-line fq-${problem.severity}`}
      data-code={problem.code}
      onClick={() => show(doc, problem)}
    >
      <span className="fq-place">{place}</span>
      <span className="fq-text">{text(problem.text)}</span>
      <span className="fq-remedy">{text(problem.remedy)}</span>
      {problem.trace && (
        <ol className="fq-trace" aria-label={say('trace')}>
          {problem.trace.map((step, at) => (
            <li key={at}>
              {name(step.node)}
              {step.choice && <em> {text(step.choice)}</em>}
            </li>
          ))}
        </ol>
      )}
    </button>
  );

  function show(now: Definition, { node, edge: arrow, trace }: Problem): void {
    if (arrow && edgeOf(now, arrow)) desk.editor.select({ edges: [arrow] });
    else if (node && nodeOf(now, node)) desk.editor.select({ nodes: [node] });
    else desk.editor.select({});
    desk.editor.follow(trace ?? []);
    const id = arrow ?? node;
    if (trace) desk.view()?.fit();
    else if (id) desk.view()?.show(id);
  }
}
