import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

export type Balancer = {
  /** The one address of all. */
  url: string;
  close: () => void;
};

/** One address before several processes: each connection goes to the next one that answers. */
export async function startBalancer(targets: readonly string[]): Promise<Balancer> {
  const ports = targets.map((url) => Number(new URL(url).port));
  const open = new Set<Socket>();
  let turn = 0;

  function serve(client: Socket, tries: number): void {
    const port = ports[turn++ % ports.length];
    const upstream = connect({ port: port ?? 0, host: "127.0.0.1" });
    upstream.once("error", () => {
      if (upstream.bytesRead === 0 && tries > 1) serve(client, tries - 1);
      else client.destroy();
    });
    upstream.once("connect", () => {
      client.pipe(upstream).pipe(client);
      client.once("close", () => upstream.destroy());
      upstream.once("close", () => client.destroy());
    });
  }

  const server = createServer((client) => {
    open.add(client);
    client.on("error", () => undefined);
    client.once("close", () => open.delete(client));
    serve(client, ports.length);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
