package social.roost.link.vertx;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import social.roost.link.PageAnswer;

/** A request on a connection of its own, which is closed when the answer is known or no longer wanted. */
final class PageExchange {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*[\"']?([^\\s\"';]+)", Pattern.CASE_INSENSITIVE);

    private final Promise<PageAnswer> answer = Promise.promise();
    private final Buffer body = Buffer.buffer();
    private final int maximumBytes;

    private PageExchange(int maximumBytes) {
        this.maximumBytes = maximumBytes;
    }

    /** @param maximumBytes how much of the page is read */
    static PageExchange begin(Future<HttpClientRequest> connecting, int maximumBytes) {
        PageExchange exchange = new PageExchange(maximumBytes);
        connecting.onComplete(exchange::send, exchange.answer::tryFail);
        return exchange;
    }

    Future<PageAnswer> answer() {
        return answer.future();
    }

    /** Called when the answer is no longer wanted. */
    void end(String reason) {
        answer.tryFail(reason);
    }

    private void send(HttpClientRequest request) {
        var _ = answer.future().onComplete(_ -> request.connection().close());
        request.exceptionHandler(answer::tryFail);
        request.send().onComplete(this::receive, answer::tryFail);
    }

    private void receive(HttpClientResponse response) {
        PageAnswer known = withoutBody(response);
        if (known != null) {
            answer.tryComplete(known);
            return;
        }
        String charset = charset(contentType(response));
        response.exceptionHandler(answer::tryFail);
        response.endHandler(_ -> complete(charset));
        response.handler(chunk -> {
            body.appendBuffer(chunk, 0, Math.min(chunk.length(), maximumBytes - body.length()));
            if (body.length() == maximumBytes) {
                complete(charset);
            }
        });
    }

    private void complete(String charset) {
        if (!answer.future().isComplete()) {
            answer.tryComplete(new PageAnswer.Html(new PageAnswer.Body(body.getBytes()), charset));
        }
    }

    /** The answer if the head of the response is enough for it. */
    private static @Nullable PageAnswer withoutBody(HttpClientResponse response) {
        int status = response.statusCode();
        String location = response.getHeader("location");
        if (REDIRECTS.contains(status) && location != null) {
            return new PageAnswer.Moved(location);
        }
        if (status != 200) {
            return new PageAnswer.Other("Status " + status);
        }
        String type = contentType(response);
        return type.split(";", 2)[0].strip().equalsIgnoreCase("text/html") ? null : new PageAnswer.Other(type);
    }

    private static String contentType(HttpClientResponse response) {
        String type = response.getHeader("content-type");
        return type == null ? "no content type" : type.toLowerCase(Locale.ROOT);
    }

    private static String charset(String contentType) {
        Matcher charset = CHARSET.matcher(contentType);
        return charset.find() ? charset.group(1) : "";
    }
}
