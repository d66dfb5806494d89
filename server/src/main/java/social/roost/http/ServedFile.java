package social.roost.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ReadableByteChannel;

/**
 * A file that never changes, as a response: with conditions and ranges (RFC 9110, sections 13 and 14).
 *
 * @param tag the {@code ETag} without quotation marks, different for each content
 */
public record ServedFile(String contentType, long size, String tag, Source source) {

    /** Opens a part of the file. The response closes the channel. */
    @FunctionalInterface
    public interface Source {
        /**
         * Opens a part.
         *
         * @return positioned at the offset; a file's channel is sent without copying
         */
        ReadableByteChannel open(long offset, long length) throws IOException;
    }

    /** 200, 206, 304 or 416; without a body for {@code HEAD}. */
    public Response response(Request request) {
        String quoted = "\"" + tag + "\"";
        if (request.header("if-none-match")
                .filter(known -> known.contains(quoted) || known.strip().equals("*"))
                .isPresent()) {
            return Response.notModified().header("etag", quoted);
        }
        boolean whole = request.header("if-range")
                .map(condition -> !condition.strip().equals(quoted))
                .orElse(false);
        ByteRange range = whole
                ? ByteRange.all(size)
                : ByteRange.of(request.header("range").orElse(null), size);
        if (range == null) {
            throw new Problem(416, "invalid_range", "The file has " + size + " bytes.")
                    .header("content-range", "bytes */" + size);
        }
        return body(request, range).header("etag", quoted).header("accept-ranges", "bytes");
    }

    private Response body(Request request, ByteRange range) {
        int status = range.isPart() ? 206 : 200;
        Response response = request.isHead()
                ? Response.head(status, contentType, range.length())
                : Response.channel(status, contentType, open(range), range);
        return range.isPart() ? response.header("content-range", range.contentRange(size)) : response;
    }

    private ReadableByteChannel open(ByteRange range) {
        try {
            return source.open(range.start(), range.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
