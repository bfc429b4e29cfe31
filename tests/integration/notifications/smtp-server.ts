import { once } from "node:events";
import { createServer, type AddressInfo, type Socket } from "node:net";

export type SmtpServer = {
  url: string;
  /** What was taken, headers and body. */
  taken: string[];
  /** The answer to the next recipients: 250 takes them, 550 knows no such mailbox. */
  answerRecipients: (line: string) => void;
  close: () => void;
};

/** A mail server that takes everything and keeps it to be read. */
export async function startSmtpServer(): Promise<SmtpServer> {
  const taken: string[] = [];
  let recipientAnswer = "250 ok";
  const server = createServer((socket: Socket) => {
    let data: string | undefined;
    socket.write("220 test\r\n");
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      const text = chunk.toString();
      if (data !== undefined) data += text;
      if (data?.endsWith("\r\n.\r\n")) {
        taken.push(data);
        data = undefined;
        socket.write("250 taken\r\n");
      } else if (data === undefined) {
        if (/^DATA/i.test(text)) data = "";
        socket.write(`${answer(text, recipientAnswer)}\r\n`);
      }
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    answerRecipients: (line) => (recipientAnswer = line),
    close: () => server.close(),
  };
}

function answer(command: string, recipientAnswer: string): string {
  if (/^RCPT/i.test(command)) return recipientAnswer;
  if (/^DATA/i.test(command)) return "354 go on";
  return "250 ok";
}
