import { words } from '@/i18n';

export const { useWords, say } = words({
  none: ['没有发现问题', 'No problems found'],
  noneHint: ['流程可以发布。', 'The flow can be published.'],
  errors: ['必须解决', 'Must be solved'],
  errorsHint: ['解决之前不能发布', 'Blocks publishing'],
  warnings: ['建议看看', 'Worth a look'],
  warningsHint: ['不影响发布', 'Does not block publishing'],
  wholeFlow: ['整个流程', 'The whole flow'],
  arrow: ['箭头：{from} → {to}', 'Arrow: {from} → {to}'],
  trace: ['会这样走到', 'How it comes there'],
  unnamed: ['未命名', 'unnamed'],
  failed: ['暂时无法检查：{message}', 'Could not check just now: {message}'],
});
