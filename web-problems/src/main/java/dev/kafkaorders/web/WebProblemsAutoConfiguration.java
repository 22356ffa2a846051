package dev.kafkaorders.web;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;

/// For a service on Spring MVC and Tomcat; before Boot's own page for errors, which it replaces.
@AutoConfiguration(before = ErrorMvcAutoConfiguration.class)
class WebProblemsAutoConfiguration {

    @Bean
    ContainerProblems containerProblems() {
        return new ContainerProblems();
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> truthWhileStopping() {
        return server -> server.addEngineValves(new StoppingValve());
    }
}
