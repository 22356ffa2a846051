package dev.kafkaorders.orders.placement.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/// Refuses bodies that no valid request needs, before they fill the memory: 413.
@ControllerAdvice
class BodyLimit extends RequestBodyAdviceAdapter {

    private final WebSettings settings;

    BodyLimit(WebSettings settings) {
        this.settings = settings;
    }

    @Override
    public boolean supports(
            MethodParameter parameter,
            Type targetType,
            Class<? extends HttpMessageConverter<?>> converterType) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type targetType,
            Class<? extends HttpMessageConverter<?>> converterType)
            throws IOException {
        var limit = settings.maxBody().toBytes();
        if (message.getHeaders().getContentLength() > limit) {
            throw new ErrorResponseException(HttpStatus.CONTENT_TOO_LARGE);
        }
        return new Limited(message.getHeaders(), new LimitedStream(message.getBody(), limit));
    }

    private record Limited(HttpHeaders getHeaders, InputStream getBody)
            implements HttpInputMessage {}

    /// For bodies that don't say how long they are.
    private static final class LimitedStream extends FilterInputStream {

        private long left;

        LimitedStream(InputStream in, long limit) {
            super(in);
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            var read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var read = super.read(buffer, offset, length);
            count(read);
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw new ErrorResponseException(HttpStatus.CONTENT_TOO_LARGE);
            }
        }
    }
}
