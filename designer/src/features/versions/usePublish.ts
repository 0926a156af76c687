import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDesk } from '@/actions';
import { keys, Problem, publish } from '@/api';
import { useMessage } from '@/ui';
import { useWords } from './words';

export interface Publishing {
  isBusy: boolean;
  /** What the server said, when it refused for another reason than problems. */
  failure: string | undefined;
  publish: (note: string) => Promise<boolean>;
}

/** Publishes the saved draft; problems that block it become the problems that are shown. */
export function usePublish(flow: string): Publishing {
  const { editor } = useDesk();
  const message = useMessage();
  const cache = useQueryClient();
  const say = useWords();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();

  async function run(note: string): Promise<boolean> {
    setBusy(true);
    setFailure(undefined);
    try {
      const version = await publish(flow, editor.state().saving.revision, note);
      await cache.invalidateQueries({ queryKey: keys.versions(flow) });
      await cache.invalidateQueries({ queryKey: keys.flows, exact: true });
      void message.success(say('published', { n: version.number }));
      return true;
    } catch (error) {
      if (error instanceof Problem && error.problems.length > 0) editor.problems(error.problems);
      else setFailure(error instanceof Error ? error.message : String(error));
      return false;
    } finally {
      setBusy(false);
    }
  }

  return { isBusy, failure, publish: run };
}
