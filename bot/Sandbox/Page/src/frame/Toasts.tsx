import { useCallback, useState } from "preact/hooks";

const shownMs = 6000;

export interface Toast {
  id: number;
  text: string;
}

export function useToasts(): { toasts: Toast[]; say: (text: string) => void } {
  const [toasts, setToasts] = useState<Toast[]>([]);
  const say = useCallback((text: string) => {
    const toast = { id: performance.now(), text };
    setToasts((before) => [...before.slice(-2), toast]);
    setTimeout(() => setToasts((before) => before.filter((kept) => kept !== toast)), shownMs);
  }, []);
  return { toasts, say };
}

export function Toasts({ toasts }: { toasts: Toast[] }) {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.map((toast) => <p key={toast.id} class="toast">{toast.text}</p>)}
    </div>
  );
}
