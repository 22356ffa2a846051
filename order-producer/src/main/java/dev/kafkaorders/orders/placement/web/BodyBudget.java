package dev.kafkaorders.orders.placement.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Bounds the bodies that are at work at once, before any of them is read: an order takes several
/// times its JSON while it is bound, checked and written, and no waiting room helps who doesn't get
/// that far. A body that doesn't say how long it is counts as the longest.
@Component
class BodyBudget implements HandlerInterceptor, WebMvcConfigurer {

    private static final String TAKEN = BodyBudget.class.getName();

    private final int longest;
    private final Semaphore bytes;

    BodyBudget(WebSettings settings) {
        this.longest = Math.toIntExact(settings.maxBody().toBytes());
        this.bytes = new Semaphore(Math.toIntExact(settings.maxBodies().toBytes()));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/orders/**");
    }

    /// @throws TooManyBodies when there is no room for another one
    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        var length = length(request);
        if (!bytes.tryAcquire(length)) {
            throw new TooManyBodies();
        }
        request.setAttribute(TAKEN, length);
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable Exception failure) {
        if (request.getAttribute(TAKEN) instanceof Integer length) {
            request.removeAttribute(TAKEN);
            bytes.release(length);
        }
    }

    /// What is longer than the longest is refused unread.
    private int length(HttpServletRequest request) {
        var told = request.getContentLengthLong();
        if (told < 0) {
            return request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null ? 0 : longest;
        }
        return told > longest ? 0 : (int) told;
    }

    /// Nothing of the request was read.
    static final class TooManyBodies extends RuntimeException {}
}
