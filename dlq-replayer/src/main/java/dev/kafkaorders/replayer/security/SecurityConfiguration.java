package dev.kafkaorders.replayer.security;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;

/// HTTP Basic with a user for each role, or JWTs of an OAuth2 issuer when one is configured; never
/// both.
///
/// No sessions and no cookies, so there is nothing that a browser would add to a forged request but
/// Basic credentials that it remembers; [FormGuard] refuses those.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /// The hash lives in memory only, as long as the password itself: what it costs is for those
    /// who guess over HTTP, and for every request.
    private static final int HASH_STRENGTH = 8;

    @Bean
    SecurityFilterChain doors(
            HttpSecurity http,
            SecuritySettings settings,
            ObjectProvider<JwtDecoder> issuer,
            SecurityProblems problems,
            UserDetailsService users,
            PasswordEncoder encoder,
            Clock clock) {
        http.authorizeHttpRequests(SecurityConfiguration::rules)
                .csrf(csrf -> csrf.disable())
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .exceptionHandling(failures ->
                        failures.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .addFilterAfter(new FormGuard(problems), HeaderWriterFilter.class);
        if (issuer.getIfAvailable() == null) {
            http.authenticationManager(
                    new LoginThrottle(
                            passwords(users, encoder), new FailedLogins(settings, clock)));
            http.httpBasic(basic -> basic.authenticationEntryPoint(problems));
        } else {
            http.oauth2ResourceServer(server ->
                    server.authenticationEntryPoint(problems)
                            .accessDeniedHandler(problems)
                            .jwt(jwt -> jwt.jwtAuthenticationConverter(roles(settings))));
        }
        return http.build();
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                // An orchestrator has no credentials; it is told up or down, and no more.
                .requestMatchers(
                        HttpMethod.GET, "/actuator/health/liveness", "/actuator/health/readiness")
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/actuator/prometheus")
                .hasAnyRole(Roles.METRICS, Roles.VIEWER, Roles.OPERATOR)
                .requestMatchers(HttpMethod.GET)
                .hasAnyRole(Roles.VIEWER, Roles.OPERATOR)
                .anyRequest()
                .hasRole(Roles.OPERATOR);
    }

    /// Whoever acts has a name in the audit. Boot adds it to what it checks of a JWT.
    @Bean
    OAuth2TokenValidator<Jwt> named() {
        return new JwtClaimValidator<>(
                JwtClaimNames.SUB, subject -> subject instanceof String name && !name.isBlank());
    }

    private static AuthenticationManager passwords(
            UserDetailsService users, PasswordEncoder encoder) {
        var provider = new DaoAuthenticationProvider(users);
        provider.setPasswordEncoder(encoder);
        return new ProviderManager(provider);
    }

    private static JwtAuthenticationConverter roles(SecuritySettings settings) {
        var authorities = new JwtGrantedAuthoritiesConverter();
        authorities.setAuthoritiesClaimName(settings.rolesClaim());
        authorities.setAuthorityPrefix("ROLE_");
        var converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(authorities);
        return converter;
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder(HASH_STRENGTH);
    }

    /// @throws IllegalStateException when nobody could get in, or anybody
    @Bean
    UserDetailsService users(
            Passwords passwords, PasswordEncoder encoder, ObjectProvider<JwtDecoder> issuer) {
        var users = new InMemoryUserDetailsManager();
        if (issuer.getIfAvailable() == null) {
            users.createUser(user(Roles.VIEWER, passwords.ofViewer(), encoder));
            users.createUser(user(Roles.OPERATOR, passwords.ofOperator(), encoder));
            passwords
                    .ofMetrics()
                    .map(password -> user(Roles.METRICS, password, encoder))
                    .ifPresent(users::createUser);
        }
        return users;
    }

    /// Called as its one role is.
    private static UserDetails user(String role, String password, PasswordEncoder encoder) {
        return User.withUsername(role).password(encoder.encode(password)).roles(role).build();
    }
}
