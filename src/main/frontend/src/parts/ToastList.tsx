import { Notifications } from '@mantine/notifications';

export { notifications } from '@mantine/notifications';

/** Where toasts show. */
export default function ToastList() {
  return <Notifications position="top-right" limit={4} />;
}
