import { Button, type ButtonProps } from 'antd';
import { useHref, useNavigate } from 'react-router';

interface LinkButtonProps extends Pick<ButtonProps, 'type' | 'icon' | 'children' | 'size' | 'block'> {
  to: string;
}

/** A link that looks like a button. */
export function LinkButton({ to, ...looks }: LinkButtonProps) {
  const navigate = useNavigate();
  const href = useHref(to);
  return (
    <Button
      {...looks}
      href={href}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        void navigate(to);
      }}
    />
  );
}
