package social.roost.driver.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** An SMTP server that answers commands as a test wants. */
final class ScriptedSmtp implements AutoCloseable {
    /** An answer that ends the connection instead. */
    static final String HANG_UP = "";

    /** An answer that never comes. */
    static final String SILENCE = " ";

    private final ServerSocket server;
    private final UnaryOperator<String> script;
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();

    /** @param script the answer to a command; to {@code .} for the end of an email; the command itself for the usual one */
    ScriptedSmtp(UnaryOperator<String> script) throws IOException {
        this.script = script;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var _ = Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    List<String> commands() {
        return commands;
    }

    int connections() {
        return connections.get();
    }

    int mostOpen() {
        return mostOpen.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                connections.incrementAndGet();
                mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
                var _ = Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException _) {
            // It is closed.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            OutputStream out = socket.getOutputStream();
            say(out, "220 ready");
            boolean inMail = false;
            String line;
            while ((line = in.readLine()) != null) {
                if (inMail && !line.equals(".")) {
                    continue;
                }
                inMail = false;
                commands.add(line);
                String answer = script.apply(line);
                if (answer.equals(HANG_UP)) {
                    return;
                }
                if (answer.equals(SILENCE)) {
                    continue;
                }
                say(out, answer.equals(line) ? usual(line) : answer);
                inMail = line.equals("DATA") && answer.equals(line);
            }
        } catch (IOException _) {
            // The client is gone.
        } finally {
            open.decrementAndGet();
        }
    }

    private static String usual(String command) {
        return command.equals("DATA") ? "354 go on" : command.equals("QUIT") ? "221 bye" : "250 ok";
    }

    private static void say(OutputStream out, String answer) throws IOException {
        out.write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
