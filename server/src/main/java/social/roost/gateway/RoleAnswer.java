package social.roost.gateway;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerResponse;
import social.roost.http.Exchange;

/** A role's answer on its way to the client, at the pace of the slower side. */
final class RoleAnswer {
    private static final String ENCODING = "content-encoding";
    private static final String UNCHANGED = "identity";

    private RoleAnswer() {}

    /** Ends when all was passed on. An answer that breaks off on the way breaks off for the client too. */
    static Future<Void> passOn(HttpClientResponse answer, Exchange exchange) {
        HttpServerResponse out = exchange.begin(answer.statusCode());
        ForwardedHeaders.ofAnswer(answer.headers(), out.headers());
        leaveEncoding(exchange, out);
        if (!out.headers().contains("content-length") && mayHaveBody(exchange, answer.statusCode())) {
            out.setChunked(true);
        }
        return answer.pipe()
                .endOnFailure(false)
                .to(out)
                .onSuccess(done -> exchange.end())
                .onFailure(e -> {
                    answer.request().reset(0, e);
                    exchange.breakOff();
                });
    }

    /** The role has decided whether to compress. On HTTP/2 Vert.x has to be told so; on HTTP/1.1 it keeps to what is there. */
    private static void leaveEncoding(Exchange exchange, HttpServerResponse out) {
        if (exchange.isHttp2() && !out.headers().contains(ENCODING)) {
            out.putHeader(ENCODING, UNCHANGED);
        } else if (!exchange.isHttp2() && UNCHANGED.equals(out.headers().get(ENCODING))) {
            out.headers().remove(ENCODING);
        }
    }

    private static boolean mayHaveBody(Exchange exchange, int status) {
        return status != 204 && status != 304 && !exchange.method().equals("HEAD");
    }
}
