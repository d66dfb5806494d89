package social.roost.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A client that sends one request after the other and reads each response, until {@link #stop}. If the server is
 * overloaded (503 with Retry-After) it retries, which counts as waiting.
 */
final class Honest implements Runnable {
    private static final int MAXIMUM_TRIES = 10;

    /** Responses other than 200, and missing ones. */
    final List<String> failures = Collections.synchronizedList(new ArrayList<>());

    private final HttpClient.Builder client;
    private final HttpRequest request;
    private final List<Long> nanos = new ArrayList<>();
    private volatile boolean stopped;

    Honest(HttpClient.Builder client, URI address) {
        this.client = client;
        this.request = HttpRequest.newBuilder(address).build();
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        try (HttpClient open = client.build()) {
            do {
                call(open);
                Thread.sleep(5);
            } while (!stopped);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void call(HttpClient open) throws InterruptedException {
        long start = System.nanoTime();
        try {
            HttpResponse<String> response = open.send(request, BodyHandlers.ofString());
            for (int tries = 1; response.statusCode() == 503 && tries < MAXIMUM_TRIES; tries++) {
                Thread.sleep(100);
                response = open.send(request, BodyHandlers.ofString());
            }
            if (response.statusCode() != 200) {
                failures.add(response.statusCode() + " " + response.body());
            }
        } catch (IOException e) {
            failures.add(e.toString());
        }
        nanos.add(System.nanoTime() - start);
    }

    /** How long the client waited for its responses. */
    String summary() {
        if (nanos.isEmpty()) {
            return "no requests";
        }
        Collections.sort(nanos);
        long p99 = nanos.get(nanos.size() * 99 / 100);
        return nanos.size() + " requests, p99 " + p99 / 1_000_000 + " ms, maximum " + nanos.getLast() / 1_000_000
                + " ms";
    }
}
