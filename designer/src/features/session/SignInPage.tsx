import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Segmented } from 'antd';
import { useEffect, useState } from 'react';
import { Problem, signIn, useReplaceSession } from '@/api';
import { languages, setLanguage, useLanguage } from '@/i18n';
import { useSignInWords } from './signInWords';
import './signin.css';

interface Credentials {
  signIn: string;
  password: string;
}

/** Seconds until another attempt is allowed; counts down by itself. */
function useWait(problem: Problem | undefined): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const end = Date.now() + (problem?.code === 'too_many' ? (problem.retryAfter ?? 30) : 0) * 1000;
    const tick = (): void => setLeft(Math.max(0, Math.ceil((end - Date.now()) / 1000)));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [problem]);
  return left;
}

/** Where everybody comes in. */
export function SignInPage() {
  const say = useSignInWords();
  const lang = useLanguage();
  const replaceSession = useReplaceSession();
  const entering = useMutation({ mutationFn: signIn, onSuccess: replaceSession });
  const problem = entering.error instanceof Problem ? entering.error : undefined;
  const wait = useWait(problem);

  useEffect(() => {
    document.title = `${say('title')} · Flowline`;
  }, [say]);

  return (
    <main className="fl-signin">
      <section className="fl-signin-card fl-sheet">
        <h1>Flowline</h1>
        <p className="fl-soft">{say('slogan')}</p>
        <Form<Credentials>
          layout="vertical"
          size="large"
          requiredMark={false}
          onFinish={(credentials) => entering.mutate({ ...credentials, signIn: credentials.signIn.trim() })}
        >
          {problem ? (
            <Alert
              className="fl-signin-problem"
              type={wait > 0 ? 'warning' : 'error'}
              showIcon
              role="alert"
              title={wait > 0 ? say('wait', { n: wait }) : problem.message}
            />
          ) : null}
          <Form.Item
            name="signIn"
            label={say('name')}
            rules={[{ required: true, message: say('nameWanted') }]}
          >
            <Input autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus />
          </Form.Item>
          <Form.Item
            name="password"
            label={say('password')}
            rules={[{ required: true, message: say('passwordWanted') }]}
          >
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <Button type="primary" htmlType="submit" block loading={entering.isPending} disabled={wait > 0}>
            {say('enter')}
          </Button>
        </Form>
        <p className="fl-signin-hint fl-faint">{say('forgotten')}</p>
      </section>
      <Segmented
        aria-label={say('language')}
        value={lang}
        onChange={setLanguage}
        options={languages.map((language) => ({ value: language.lang, label: language.name }))}
      />
    </main>
  );
}
