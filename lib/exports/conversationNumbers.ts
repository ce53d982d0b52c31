/**
 * Numbers conversations C1, C2 … in the order in which they are met. Their real ids stay here: where a workbench has
 * no id for a conversation, its id holds the customer's name.
 */
export function conversationNumbers(turns: readonly { conversationId: string }[]): Map<string, string> {
  const numbers = new Map<string, string>();
  for (const { conversationId } of turns) {
    if (!numbers.has(conversationId)) numbers.set(conversationId, `C${numbers.size + 1}`);
  }
  return numbers;
}
