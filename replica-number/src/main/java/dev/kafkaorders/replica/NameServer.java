package dev.kafkaorders.replica;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.InitialDirContext;

/// Somebody who knows names for addresses. Asked directly, because what the JDK calls the canonical
/// name of a container is its id, from `/etc/hosts`.
///
/// @param url as JNDI's DNS provider has it: `dns:` for those that the machine is configured to ask
record NameServer(String url) {

    private static final String REVERSE = "PTR";

    static NameServer ofThisMachine() {
        return new NameServer("dns:");
    }

    /// None when it knows none.
    ///
    /// @throws IllegalStateException when it doesn't answer
    // What is dangerous about JNDI is looking objects up; the DNS provider reads text.
    @SuppressWarnings("BanJNDI")
    List<String> namesOf(InetAddress address) {
        try {
            var context = new InitialDirContext(settings());
            try {
                var attribute =
                        context.getAttributes(question(address), new String[] {REVERSE})
                                .get(REVERSE);
                var names = new ArrayList<String>();
                if (attribute != null) {
                    Collections.list(attribute.getAll()).forEach(name -> names.add((String) name));
                }
                return names;
            } finally {
                context.close();
            }
        } catch (NameNotFoundException e) {
            return List.of();
        } catch (NamingException e) {
            throw new IllegalStateException("No name server tells the name of " + address, e);
        }
    }

    private Properties settings() {
        var settings = new Properties();
        settings.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        settings.put(Context.PROVIDER_URL, url);
        settings.put("com.sun.jndi.dns.timeout.initial", "1000");
        settings.put("com.sun.jndi.dns.timeout.retries", "3");
        return settings;
    }

    /// `172.18.0.5` is asked for backwards: `5.0.18.172.in-addr.arpa`.
    private static String question(InetAddress address) {
        var bytes = List.of(address.getHostAddress().split("\\.")).reversed();
        return String.join(".", bytes) + ".in-addr.arpa";
    }
}
