import { Kbd, Modal, Table } from '@mantine/core';
import { useDialogs } from './dialogs';

const SHORTCUTS: [keys: string[], what: string][] = [
  [['Alt', '↓'], 'Next conversation'],
  [['Alt', '↑'], 'Previous conversation'],
  [['/'], 'Search'],
  [['n'], 'New message'],
  [['m'], 'Write in this conversation'],
  [['?'], 'This help'],
  [['Enter'], 'Send; with Shift a new line'],
  [['↑'], 'In an empty composer: edit your last message'],
  [['Esc'], 'Give up a reply or an edit'],
  [['↑', '↓'], 'In the messages: go from one to the next'],
  [['r'], 'On a message: reply'],
  [['+'], 'On a message: react'],
  [['e'], 'On a message of yours: edit'],
  [['c'], 'On a message: copy its text'],
  [['Delete'], 'On a message of yours: delete'],
  [['Enter'], 'On a message: everything you can do with it'],
  [['←', '→'], 'In a picture: the one before or after it'],
];

/** What the keyboard can do. */
export default function ShortcutsDialog() {
  const { close } = useDialogs();
  return (
    <Modal opened onClose={close} title="Keyboard shortcuts">
      <Table verticalSpacing={6}>
        <Table.Tbody>
          {SHORTCUTS.map(([keys, what]) => (
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
    </Modal>
  );
}
