package social.roost.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * Uploads files as a client does, and gets them as a browser does.
 *
 * @param address of the API
 */
record Uploads(String address) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Uploads a file and waits until it is ready; returns the id. */
    String ready(Client client, String type, byte[] file, String purpose) {
        String id = send(client, type, file, purpose);
        JsonNode medium = awaitEnd(client, id);
        assertThat(medium.path("state").asText()).as("%s", medium).isEqualTo("ready");
        return id;
    }

    /** Uploads a file, whatever becomes of it; returns the id. */
    String send(Client client, String type, byte[] file, String purpose) {
        Map<String, Object> announced = Map.of("type", type, "size", file.length, "purpose", purpose);
        JsonNode begun = client.post("/media/upload-url", announced).expect(201).data();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(address).resolve(begun.path("upload_url").asText()))
                .PUT(BodyPublishers.ofByteArray(file));
        begun.path("headers")
                .properties()
                .forEach(header ->
                        request.header(header.getKey(), header.getValue().asText()));
        assertThat(exchange(request.build()).statusCode()).isBetween(200, 204);
        String id = begun.path("media_id").asText();
        var _ = client.send("POST", "/media/" + id + "/uploaded").expect(202);
        return id;
    }

    /** The medium once it is ready or failed. */
    JsonNode awaitEnd(Client client, String id) {
        Await.equal(
                "processed",
                () -> List.of("ready", "failed")
                        .contains(shown(client, id).path("state").asText()),
                true);
        return shown(client, id);
    }

    private static JsonNode shown(Client client, String id) {
        return client.get("/media/" + id).expect(200).data();
    }

    /** The file at this URL, as anyone gets it. */
    HttpResponse<byte[]> file(String url) {
        return exchange(HttpRequest.newBuilder(URI.create(address).resolve(url)).build());
    }

    private static HttpResponse<byte[]> exchange(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError("Interrupted while a file was sent", e);
        }
    }

    static byte[] png(int width, int height, Color color) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, color, width, height, Color.WHITE));
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            boolean _ = ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A second of moving pictures. */
    static byte[] clip(String format) {
        try {
            Path file = Files.createTempFile("roost", "." + format);
            try {
                List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i"));
                command.addAll(
                        List.of("testsrc=s=320x240:r=10:d=1", "-pix_fmt", format.equals("gif") ? "pal8" : "yuv420p"));
                command.add(file.toString());
                Process process = new ProcessBuilder(command).inheritIO().start();
                assertThat(process.waitFor()).isZero();
                return Files.readAllBytes(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError("Interrupted while a clip was made", e);
        }
    }
}
