import { Kbd, Modal, Table, Text, Title } from '@mantine/core';
import { singleKeysAreOn } from '../../parts/singleKeys';
import { useDialogs } from './dialogs';

const SHORTCUTS: [keys: string[], what: string][] = [
  [['Alt', '↓'], 'Next conversation'],
  [['Alt', '↑'], 'Previous conversation'],
  [['Ctrl', 'k'], 'Search'],
  [['Enter'], 'Send; with Shift a new line'],
  [['↑'], 'In an empty composer: edit your last message'],
  [['Esc'], 'Give up a reply or an edit'],
  [['←', '→'], 'In a picture: the one before or after it'],
];

/** While the keyboard is in the list of messages. */
const AMONG_MESSAGES: [keys: string[], what: string][] = [
  [['↑', '↓'], 'Go from one to the next'],
  [['Enter'], 'Everything you can do with it'],
  [['Delete'], 'Delete one of yours'],
];

const SINGLE: [keys: string[], what: string][] = [
  [['r'], 'Reply'],
  [['+'], 'React'],
  [['e'], 'Edit one of yours'],
  [['c'], 'Copy its text'],
  [['m'], 'Write in this conversation'],
  [['n'], 'New message'],
  [['/'], 'Search'],
  [['?'], 'This help'],
];

/** What the keyboard can do. */
export default function ShortcutsDialog() {
  const { close } = useDialogs();
  return (
    <Modal opened onClose={close} title="Keyboard shortcuts">
      <Keys shortcuts={SHORTCUTS} />
      <Title order={3} fz="sm" mt="md">
        In the list of messages
      </Title>
      <Keys shortcuts={singleKeysAreOn() ? [...AMONG_MESSAGES, ...SINGLE] : AMONG_MESSAGES} />
      {!singleKeysAreOn() && (
        <Text fz="sm" c="dimmed" mt="sm">
          Shortcuts of a single letter are switched off in the settings of this device.
        </Text>
      )}
    </Modal>
  );
}

function Keys({ shortcuts }: { shortcuts: [keys: string[], what: string][] }) {
  return (
    <Table verticalSpacing={6}>
      <Table.Tbody>
        {shortcuts.map(([keys, what]) => (
          <Table.Tr key={what}>
            <Table.Td w={130}>
              {keys.map((key) => (
                <Kbd key={key} mr={4}>
                  {key}
                </Kbd>
              ))}
            </Table.Td>
            <Table.Td>{what}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
