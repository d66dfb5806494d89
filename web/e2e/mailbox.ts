import { createServer, type Socket } from "node:net";
import { createInterface } from "node:readline";

/** A server that accepts every mail, on a free port. */
export class Mailbox {
  readonly #mails: string[] = [];
  readonly #server = createServer((socket) => void this.#receive(socket));

  async open(): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    const address = this.#server.address();
    if (address === null || typeof address === "string") throw new Error("No port");
    return address.port;
  }

  close(): void {
    this.#server.close();
  }

  /** The link in the newest mail to this address. */
  linkTo(email: string): string | undefined {
    const mail = this.#mails.findLast((each) => each.includes(`\nTo: ${email}\n`));
    // Soft line breaks of quoted-printable text.
    return /https?:\/\/\S+/.exec(mail?.replaceAll("=\n", "") ?? "")?.[0].replaceAll("=3D", "=");
  }

  async #receive(socket: Socket): Promise<void> {
    const say = (text: string) => socket.write(`${text}\r\n`);
    socket.on("error", () => undefined);
    say("220 ready");
    let mail: string[] | undefined;
    for await (const line of createInterface({ input: socket })) {
      if (mail === undefined) {
        if (line === "DATA") mail = [];
        say(line === "DATA" ? "354 go on" : "250 ok");
      } else if (line === ".") {
        this.#mails.push(`\n${mail.join("\n")}\n`);
        mail = undefined;
        say("250 ok");
      } else {
        mail.push(line);
      }
    }
  }
}
